/* Stands in for the bcryptprimitives.dll of Windows 10, which Wine 8 has not: random bytes for what Rust made.
 * For tests under Wine only; never shipped. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *bytes, SIZE_T size)
{
    return RtlGenRandom(bytes, (ULONG)size);
}
