; Installs Kesutong for the person who runs it, or with /ALLUSERS for everybody (administrator).
; Exit codes: 0 done, 1 cancelled, 2 broken off, 3 the program is running, 4 Windows too old,
; 5 not an administrator, 6 a newer version is there (/DOWNGRADE goes on).
; build.py gives VERSION, FOUR (a.b.c.d), OUT, FILES (a generated list), SIZE_KB, LONGEST and FAST.

Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
AllowSkipFiles off ; a program with a file missing is worse than none
SetDateSave off ; so that two builds of the same sources are the same
!ifdef FAST
SetCompressor /SOLID zlib
!else
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!endif

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include "${FILES}"

!define BROKEN_OFF 2
!define RUNNING 3
!define WINDOWS_TOO_OLD 4
!define NOT_ADMINISTRATOR 5
!define NEWER_THERE 6
!define OLDEST_BUILD 17763 ; Windows 10 1809, as Qt needs it
!define FOLDER "Kesutong"
!define DEFAULT_FOLDER "$LOCALAPPDATA\Programs\${FOLDER}"
!define MARKER "$INSTDIR\install.ini"
!define OLD "$INSTDIR\old"
!define KEY "Software\Kesutong\Install"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kesutong"
!define /math LONGEST_FOLDER 258 - ${LONGEST}

Name "$(NAME) ${VERSION}"
OutFile "${OUT}"
InstallDir "${DEFAULT_FOLDER}"
BrandingText "$(NAME) ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
Var Scope ; user or all
Var Welcome
Var Data ; where the data are, as it is told

!define MUI_ICON "kesutong.ico"
!define MUI_UNICON "kesutong.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "wizard.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "wizard.bmp"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_WINDOWTITLE "客诉通 Kesutong"
!define MUI_LANGDLL_INFO "语言　語言　Language"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"

!define MUI_WELCOMEPAGE_TEXT "$Welcome"
!define MUI_PAGE_CUSTOMFUNCTION_PRE ChooseWelcome
!insertmacro MUI_PAGE_WELCOME
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(WHERE)"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckChosenFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\Kesutong.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(START_NOW)"
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(ON_DESKTOP)"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION MakeDesktopShortcut
!define MUI_PAGE_CUSTOMFUNCTION_SHOW OfferNoStartToAdministrator
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DATA_STAY)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "TradChinese"
!insertmacro MUI_LANGUAGE "English"
!include "texts.nsh"
!insertmacro MUI_RESERVEFILE_LANGDLL

!macro Refuse TEXT CODE
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; Nothing is touched while the program runs: Windows keeps a running .exe from being written.
!macro DefineCheckRunning UN
Function ${UN}CheckRunning
  Push "kesutong-console.exe"
  Push "Kesutong.exe"
  ${Do}
    Pop $1
    ${Do}
      StrCpy $2 "free"
      ${If} ${FileExists} "$INSTDIR\$1"
        ClearErrors
        FileOpen $0 "$INSTDIR\$1" a
        ${If} ${Errors}
          StrCpy $2 "running"
          MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_RUNNING)" /SD IDCANCEL IDRETRY +3
          SetErrorLevel ${RUNNING}
          Abort
        ${Else}
          FileClose $0
        ${EndIf}
      ${EndIf}
    ${LoopUntil} $2 == "free"
  ${LoopUntil} $1 == "kesutong-console.exe"
FunctionEnd
!macroend
!insertmacro DefineCheckRunning ""
!insertmacro DefineCheckRunning "un."

!macro DefineBecomeAdministrator UN
Function ${UN}BecomeAdministrator
  StrCpy $Scope "all"
  StrCpy $Data "%LOCALAPPDATA%\${FOLDER}"
  SetShellVarContext all
  UserInfo::GetAccountType
  Pop $0
FunctionEnd
!macroend
!insertmacro DefineBecomeAdministrator ""
!insertmacro DefineBecomeAdministrator "un."

; Only what an installation puts there, and only where the marker is. What somebody else has laid
; into the folder stays. Windows moves no folder in which a file is open: all of it goes, or nothing.
!macro MoveAway NAME
  ${If} ${FileExists} "$INSTDIR\${NAME}\*.*"
    Rename "$INSTDIR\${NAME}" "${OLD}\${NAME}"
  ${EndIf}
!macroend
!macro RemoveProgram
  RMDir /r "${OLD}"
  CreateDirectory "${OLD}"
  ClearErrors
  !insertmacro MoveAway "lib"
  !insertmacro MoveAway "app"
  ${If} ${Errors}
    Rename "${OLD}\lib" "$INSTDIR\lib"
    Rename "${OLD}\app" "$INSTDIR\app"
    RMDir "${OLD}"
    !insertmacro Refuse "$(NOT_WRITABLE)" ${BROKEN_OFF}
  ${EndIf}
  ClearErrors
  RMDir /r "${OLD}"
  Delete "$INSTDIR\*.dll"
  Delete "$INSTDIR\*.pyd"
  Delete "$INSTDIR\python3*.*" ; an upgrade may bring another Python
  !insertmacro DELETE_ROOT_FILES
!macroend

Function .onInit
  StrCpy $Scope "user"
  SetShellVarContext current
  StrCpy $Data "$LOCALAPPDATA\${FOLDER}"
  ; Hong Kong and Macau read traditional Chinese; NSIS would take them for simplified.
  ${If} $LANGUAGE == 3076
  ${OrIf} $LANGUAGE == 5124
    StrCpy $LANGUAGE ${LANG_TRADCHINESE}
  ${EndIf}
  ${IfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
  ${IfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    !insertmacro Refuse "$(OLD_WINDOWS)" ${WINDOWS_TOO_OLD}
  ${EndIf}
  StrCpy $R1 $INSTDIR
  StrCpy $R2 "${DEFAULT_FOLDER}"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $0
  ${IfNot} ${Errors}
    Call BecomeAdministrator
    ${If} $0 != "Admin"
      !insertmacro Refuse "$(NO_ADMINISTRATOR)" ${NOT_ADMINISTRATOR}
    ${EndIf}
  ${EndIf}
  ${If} $R1 == $R2
    Call FindFolder
  ${EndIf}
  ${If} ${Silent}
    Call CheckFolder
    ${If} $R3 == "bad"
      SetErrorLevel ${BROKEN_OFF}
      Quit
    ${ElseIf} $R3 == "newer"
      SetErrorLevel ${NEWER_THERE}
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

; In .onInit the chosen language does not hold yet.
Function ChooseWelcome
  ${If} $Scope == "all"
    StrCpy $Welcome "$(WELCOME_ALL)"
  ${Else}
    StrCpy $Welcome "$(WELCOME_USER)"
  ${EndIf}
FunctionEnd

!include "folder.nsh"
!include "register.nsh"

Section
  SetDetailsPrint none
  CreateDirectory "$INSTDIR"
  ClearErrors
  WriteINIStr "${MARKER}" "Kesutong" "Scope" "$Scope"
  ${If} ${Errors}
    !insertmacro Refuse "$(NOT_WRITABLE)" ${BROKEN_OFF}
  ${EndIf}
  Call CheckRunning
  SetDetailsPrint both
  DetailPrint "$(COPYING)"
  SetDetailsPrint none
  !insertmacro RemoveProgram
  !insertmacro INSTALL_FILES
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  WriteINIStr "${MARKER}" "Kesutong" "Version" "${VERSION}"
  Call MakeStartMenuEntry
  Call Register
  SetDetailsPrint both
SectionEnd

; Started from here it would run as the administrator, on the administrator's own data.
Function OfferNoStartToAdministrator
  ${If} $Scope == "all"
    SendMessage $mui.FinishPage.Run ${BM_SETCHECK} ${BST_UNCHECKED} 0
    ShowWindow $mui.FinishPage.Run ${SW_HIDE}
  ${EndIf}
FunctionEnd

Function un.onInit
  StrCpy $Scope "user"
  SetShellVarContext current
  StrCpy $Data "$LOCALAPPDATA\${FOLDER}"
  ${IfNot} ${Silent}
    !insertmacro MUI_UNGETLANGUAGE
  ${EndIf}
  ReadINIStr $1 "${MARKER}" "Kesutong" "Scope"
  ${If} $1 == "" ; not a folder of ours
    !insertmacro Refuse "$(NOT_WRITABLE)" ${BROKEN_OFF}
  ${EndIf}
  ${If} $1 == "all"
    Call un.BecomeAdministrator
    ${If} $0 != "Admin"
      ${IfNot} ${Silent}
        ExecShell "runas" "$INSTDIR\Uninstall.exe"
      ${EndIf}
      SetErrorLevel ${NOT_ADMINISTRATOR}
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.CheckRunning
  SetDetailsPrint none
  !insertmacro RemoveProgram
  ${If} ${Errors} ; the uninstaller stays, to be called again
    !insertmacro Refuse "$(NOT_WRITABLE)" ${BROKEN_OFF}
  ${EndIf}
  Delete "$INSTDIR\Uninstall.exe"
  Delete "${MARKER}"
  RMDir "$INSTDIR"
  Call un.Register
  SetDetailsPrint both
SectionEnd
