; What the installer says, in its three languages.

!macro Text NAME SIMPLIFIED TRADITIONAL ENGLISH
  LangString ${NAME} ${LANG_SIMPCHINESE} "${SIMPLIFIED}"
  LangString ${NAME} ${LANG_TRADCHINESE} "${TRADITIONAL}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend

SetFont /LANG=${LANG_SIMPCHINESE} "Microsoft YaHei UI" 9
SetFont /LANG=${LANG_TRADCHINESE} "Microsoft JhengHei UI" 9
SetFont /LANG=${LANG_ENGLISH} "Segoe UI" 9

!insertmacro Text NAME "客诉通" "客訴通" "Kesutong"
!insertmacro Text PRODUCT "客诉通 Kesutong" "客訴通 Kesutong" "Kesutong"
!insertmacro Text DESCRIPTION \
  "汽车经销商客户投诉处理" \
  "汽車經銷商客戶投訴處理" \
  "Complaint desk for car dealerships"
!insertmacro Text WELCOME_USER \
  "客诉通将只为您安装，不需要管理员权限，也不需要联网。$\r$\n$\r$\n$(WELCOME_MORE)" \
  "客訴通將只為您安裝，不需要系統管理員權限，也不需要網路。$\r$\n$\r$\n$(WELCOME_MORE)" \
  "Kesutong is installed for you alone. It needs neither an administrator nor the internet.$\r$\n$\r$\n$(WELCOME_MORE)"
!insertmacro Text WELCOME_ALL \
  "客诉通将为这台电脑的所有用户安装，不需要联网。每个用户的数据各自保存。$\r$\n$\r$\n$(WELCOME_MORE)" \
  "客訴通將為這台電腦的所有使用者安裝，不需要網路。每位使用者的資料各自儲存。$\r$\n$\r$\n$(WELCOME_MORE)" \
  "Kesutong is installed for everybody who uses this computer, without the internet. The data of each of them stay apart.$\r$\n$\r$\n$(WELCOME_MORE)"
!insertmacro Text WELCOME_MORE \
  "如果已经装有客诉通，将直接升级，已有的数据不受影响。$\r$\n$\r$\n请先关闭正在运行的客诉通，然后点击“下一步”。" \
  "如果已經裝有客訴通，將直接升級，既有的資料不受影響。$\r$\n$\r$\n請先關閉執行中的客訴通，然後按「下一步」。" \
  "A version that is already there is upgraded; the data stay as they are.$\r$\n$\r$\nPlease close Kesutong first if it is running, then press Next."
!insertmacro Text WHERE \
  "程序将安装到下面的文件夹，一般不必更改。投诉数据不保存在这里，而是在 $Data。" \
  "程式將安裝到下面的資料夾，一般不必變更。投訴資料不儲存在這裡，而是在 $Data。" \
  "The program goes into the folder below; there is seldom a reason to change it. Your data are not kept there but in $Data."
!insertmacro Text COPYING \
  "正在复制程序文件…" "正在複製程式檔案…" "Copying the program…"
!insertmacro Text START_NOW "立即启动客诉通" "立即啟動客訴通" "Start Kesutong now"
!insertmacro Text ON_DESKTOP \
  "在桌面上放置快捷方式" "在桌面上放置捷徑" "Put a shortcut on the desktop"
!insertmacro Text DATA_STAY \
  "将从这台电脑上移除客诉通程序。投诉数据、附件和备份会保留在 $Data，以后重新安装即可继续使用。" \
  "將從這台電腦上移除客訴通程式。投訴資料、附件和備份會保留在 $Data，日後重新安裝即可繼續使用。" \
  "The program is removed from this computer. Complaints, attachments and backups stay in $Data; install Kesutong again to go on with them."
!insertmacro Text IS_RUNNING \
  "客诉通正在运行。请先关闭它，再点击“重试”。" \
  "客訴通正在執行。請先關閉它，再按「重試」。" \
  "Kesutong is running. Please close it, then press Retry."
!insertmacro Text OLD_WINDOWS \
  "客诉通需要 64 位 Windows 10（1809 版）或更高版本。" \
  "客訴通需要 64 位元 Windows 10（1809 版）或更新版本。" \
  "Kesutong needs 64-bit Windows 10 (version 1809) or later."
!insertmacro Text NO_ADMINISTRATOR \
  "为所有用户安装（/ALLUSERS）需要管理员权限。请右键单击安装程序，选择“以管理员身份运行”。" \
  "為所有使用者安裝（/ALLUSERS）需要系統管理員權限。請以系統管理員身分執行安裝程式。" \
  "Installing for all users (/ALLUSERS) needs an administrator. Please run the installer as administrator."
!insertmacro Text BAD_FOLDER \
  "不能安装到这个文件夹。请选择一个空的、路径较短的文件夹。" \
  "不能安裝到這個資料夾。請選擇一個空的、路徑較短的資料夾。" \
  "The program cannot go into this folder. Please choose an empty one with a shorter path."
!insertmacro Text NOT_WRITABLE \
  "无法更改文件夹 $INSTDIR 中的文件。请确认您有权限，并且没有其他程序正在使用它们。" \
  "無法變更資料夾 $INSTDIR 中的檔案。請確認您有權限，且沒有其他程式正在使用它們。" \
  "The files in $INSTDIR cannot be changed. Please make sure that you may do so and that no other program is using them."
!insertmacro Text NEWER \
  "这里已有更新的版本 $0。旧版本可能打不开新版本的数据。确定要换成 ${VERSION} 吗？" \
  "這裡已有更新的版本 $0。舊版本可能打不開新版本的資料。確定要換成 ${VERSION} 嗎？" \
  "The newer version $0 is installed here. An older one may not open its data. Replace it by ${VERSION} all the same?"

VIProductVersion "${FOUR}"
!macro Describe LANGUAGE PRODUCT WHAT
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${PRODUCT}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${WHAT}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "The Kesutong authors"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "The Kesutong authors (MIT)"
!macroend
!insertmacro Describe ${LANG_SIMPCHINESE} "客诉通 Kesutong" "客诉通安装程序"
!insertmacro Describe ${LANG_TRADCHINESE} "客訴通 Kesutong" "客訴通安裝程式"
!insertmacro Describe ${LANG_ENGLISH} "客诉通 Kesutong" "Kesutong installer"
