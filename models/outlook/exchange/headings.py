"""What dealer systems in China call a column besides the label of our field."""

from __future__ import annotations

from functools import cache

_NAME = ("姓名", "客户", "客户姓名", "客户名称", "车主", "车主姓名", "车主名称", "送修人")
_PHONE = ("手机", "手机号", "手机号码", "联系电话", "电话号码", "客户电话", "车主电话", "联系方式")
_PLATE = ("车牌", "车牌号", "车牌号码", "牌照号", "牌照")
_VIN = ("车架号", "车架号码", "底盘号", "VIN码", "VIN号", "车辆识别代号", "车辆识别代码")

ALSO_CALLED: dict[str, tuple[str, ...]] = {
    "name": _NAME,
    "customer_name": _NAME,
    "owner_name": _NAME,
    "phone": _PHONE,
    "owner_phone": _PHONE,
    "phone2": ("电话2", "第二电话", "备用手机", "其他电话", "固定电话"),
    "gender": ("性别",),
    "kind": ("客户类型", "客户性质"),
    "id_no": ("身份证", "身份证号", "身份证号码", "证件号"),
    "credit_code": ("信用代码", "税号", "纳税人识别号"),
    "address": ("住址", "联系地址", "通讯地址", "家庭住址"),
    "email": ("邮箱", "电子邮件"),
    "plate_no": _PLATE,
    "vehicle_plate_no": _PLATE,
    "vin": _VIN,
    "vehicle_vin": _VIN,
    "brand": ("厂牌",),
    "model": ("车系", "车型名称"),
    "engine_no": ("发动机号", "发动机号码", "电机号"),
    "production_date": ("制造日期", "出厂日期"),
    "invoice_date": ("购车日期", "开票日期"),
    "delivery_date": ("交车日期", "提车日期"),
    "odometer_km": ("里程", "里程数", "公里数", "行驶里程", "进厂里程"),
    "use_kind": ("使用性质", "车辆用途"),
    "powertrain": ("能源类型", "燃料类型", "燃料种类"),
    "order_no": ("维修工单号", "工单编号", "委托书号", "维修单号", "结算单号"),
    "confirmed_at": (
        *("送修时间", "送修日期", "进厂时间", "进厂日期", "接车时间", "开单时间", "开单日期"),
        *("维修日期", "工单日期"),
    ),
    "completed_at": ("竣工时间", "竣工日期", "完工时间", "完工日期", "出厂时间", "交车时间"),
    "symptom": ("故障描述", "故障现象", "报修内容", "报修项目", "客户描述"),
    "finding": ("检查结果", "诊断结果", "故障原因"),
    "work": ("维修内容", "维修项目", "作业项目", "维修措施"),
    "parts": ("配件", "更换备件", "使用配件", "配件名称"),
    "paid_fen": ("实收金额", "结算金额", "自费金额", "维修金额"),
    "warranty": ("保修", "是否保修", "质保"),
    "story": ("投诉内容",),
    "demand_kind": ("诉求类别",),
    "demand_text": ("诉求",),
    "demand_amount": ("诉求金额",),
}

ALSO_SAID: dict[tuple[str, str], tuple[str, ...]] = {
    ("gender", "male"): ("男", "男性"),
    ("gender", "female"): ("女", "女性"),
    ("customer_kind", "person"): ("个人客户", "私人"),
    ("customer_kind", "company"): ("公司", "企业", "公司客户", "单位客户"),
}
"""What they call a value of a list, by list and code."""


@cache
def simplified(heading: str) -> str:
    """Return a heading in simplified characters."""
    from opencc import OpenCC

    return str(OpenCC("t2s").convert(heading))
