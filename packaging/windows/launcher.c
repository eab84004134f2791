/* Kesutong.exe (window) and kesutong-console.exe (-DCONSOLE): Python and main.py in this process,
   from the folder the program lies in. Exit code 70: it could not be started, or had a fault,
   which main.py tells by itself. */
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#define FAULT 70
#define LONGEST_PATH 32768

typedef int (*PyMain)(int, wchar_t **);

/* sys.exit ends this process; Python's own main function returns only when main.py cannot be
   imported, which means that files are missing. */
static const wchar_t START[] =
    L"import sys\n"
    L"sys.argv[0] = sys.executable\n"
    L"from main import main\n"
    L"sys.exit(main())\n";

static const wchar_t ENGLISH[] =
    L"Kesutong cannot start because its program files are missing or damaged. "
    L"Please install it again. Your data is not touched by that.";
static const wchar_t SIMPLIFIED[] =
    L"客诉通无法启动：程序文件缺失或已损坏。请重新安装，您的数据不受影响。";
static const wchar_t TRADITIONAL[] =
    L"客訴通無法啟動：程式檔案遺失或已損壞。請重新安裝，您的資料不受影響。";

static const wchar_t *sentence(void)
{
    LANGID language = GetUserDefaultUILanguage();
    if (PRIMARYLANGID(language) != LANG_CHINESE)
        return ENGLISH;
    switch (SUBLANGID(language)) {
    case SUBLANG_CHINESE_TRADITIONAL:
    case SUBLANG_CHINESE_HONGKONG:
    case SUBLANG_CHINESE_MACAU:
        return TRADITIONAL;
    default:
        return SIMPLIFIED;
    }
}

#ifdef CONSOLE
static void say(const wchar_t *text)
{
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    DWORD mode, written;
    char bytes[2048];
    if (GetConsoleMode(out, &mode)) {
        WriteConsoleW(out, text, (DWORD)wcslen(text), &written, NULL);
        WriteConsoleW(out, L"\r\n", 2, &written, NULL);
        return;
    }
    int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, (int)sizeof bytes - 2, NULL, NULL);
    if (size > 0) {
        bytes[size - 1] = '\n';
        WriteFile(out, bytes, (DWORD)size, &written, NULL);
    }
}
#else
static void say(const wchar_t *text)
{
    if (GetEnvironmentVariableW(L"KESUTONG_NO_MSGBOX", NULL, 0) == 0)
        MessageBoxW(NULL, text, L"客诉通 Kesutong", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
}
#endif

static int broken(void)
{
    say(sentence());
    return FAULT;
}

/* Put the full path of a file beside this program into `path`; tell whether the file is there. */
static int beside(wchar_t *path, const wchar_t *name)
{
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST_PATH - 64);
    wchar_t *end = wcsrchr(path, L'\\');
    if (length == 0 || length >= LONGEST_PATH - 64 || end == NULL)
        return 0;
    wcscpy(end + 1, name);
    return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}

/* Return Python's own main function, NULL when the installation is not whole. */
static PyMain python(void)
{
    static wchar_t path[LONGEST_PATH];
    if (!beside(path, L"python313.zip") || !beside(path, L"app\\main.py") || !beside(path, L"python313.dll"))
        return NULL;
    SetDllDirectoryW(L""); /* no library is ever taken from the current folder */
    HMODULE library = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    return library ? (PyMain)(void *)GetProcAddress(library, "Py_Main") : NULL;
}

int wmain(int count, wchar_t **given)
{
    static wchar_t program[LONGEST_PATH];
    PyMain run = python();
    wchar_t **arguments = calloc((size_t)count + 6, sizeof *arguments);
    int n = 0;
    if (run == NULL || arguments == NULL || GetModuleFileNameW(NULL, program, LONGEST_PATH) == 0)
        return broken();
    arguments[n++] = program;
    arguments[n++] = L"-B"; /* nothing is written into the program folder */
    arguments[n++] = L"-X";
    arguments[n++] = L"utf8";
    arguments[n++] = L"-c";
    arguments[n++] = (wchar_t *)START;
    for (int i = 1; i < count; i++)
        arguments[n++] = given[i];
    return run(n, arguments) == 0 ? 0 : broken();
}
