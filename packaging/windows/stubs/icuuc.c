/* Stands in for the icuuc.dll of Windows 10, which Wine has not: no legacy converters, so that Qt uses its own UTF codecs.
 * For tests under Wine only; never shipped. */
#include <stddef.h>

typedef int UErrorCode;

#define U_UNSUPPORTED_ERROR 16
#define EXPORT __declspec(dllexport)

static void refuse(UErrorCode *code)
{
    if (code)
        *code = U_UNSUPPORTED_ERROR;
}

EXPORT void *ucnv_open(const char *name, UErrorCode *code) { refuse(code); return NULL; }
EXPORT void ucnv_close(void *converter) {}
EXPORT void ucnv_reset(void *converter) {}
EXPORT signed char ucnv_getMaxCharSize(const void *converter) { return 1; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT const char *ucnv_getAvailableName(int number) { return NULL; }
EXPORT int ucnv_toUCountPending(const void *converter, UErrorCode *code) { return 0; }
EXPORT int ucnv_fromUCountPending(const void *converter, UErrorCode *code) { return 0; }

EXPORT const char *ucnv_getName(const void *converter, UErrorCode *code)
{
    refuse(code);
    return NULL;
}

EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, UErrorCode *code)
{
    refuse(code);
    return NULL;
}

EXPORT void ucnv_getToUCallBack(const void *converter, void **action, const void **context)
{
    if (action)
        *action = NULL;
    if (context)
        *context = NULL;
}

EXPORT void ucnv_getFromUCallBack(const void *converter, void **action, const void **context)
{
    ucnv_getToUCallBack(converter, action, context);
}

EXPORT void ucnv_setToUCallBack(void *converter, void *action, const void *context, void **old_action,
                                const void **old_context, UErrorCode *code)
{
    refuse(code);
}

EXPORT void ucnv_setFromUCallBack(void *converter, void *action, const void *context, void **old_action,
                                  const void **old_context, UErrorCode *code)
{
    refuse(code);
}

EXPORT void ucnv_toUnicode(void *converter, void **target, const void *target_end, const char **source,
                           const char *source_end, int *offsets, char flush, UErrorCode *code)
{
    refuse(code);
}

EXPORT void ucnv_fromUnicode(void *converter, char **target, const char *target_end, const void **source,
                             const void *source_end, int *offsets, char flush, UErrorCode *code)
{
    refuse(code);
}

EXPORT void ucnv_cbToUWriteUChars(void *arguments, const void *source, int length, int offset, UErrorCode *code)
{
    refuse(code);
}

EXPORT void ucnv_cbFromUWriteUChars(void *arguments, const void **source, const void *source_end, int offset,
                                    UErrorCode *code)
{
    refuse(code);
}

EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(const void *context, void *arguments, const void *units, int length,
                                            int point, int reason, UErrorCode *code) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(const void *context, void *arguments, const char *units, int length,
                                          int reason, UErrorCode *code) {}
