; Into which folder the program may go. Somebody else's files are never mixed with ours: a folder is
; good when it is not there yet, empty, or marked as ours. NSIS itself refuses the root of a drive.

; Nobody has named a folder: where it is already, or else the usual place.
Function FindFolder
  ReadRegStr $0 SHCTX "${KEY}" "Dir"
  ${If} $0 != ""
  ${AndIf} ${FileExists} "$0\install.ini"
    StrCpy $INSTDIR $0
  ${ElseIf} $Scope == "all"
    StrCpy $INSTDIR "$PROGRAMFILES64\${FOLDER}"
  ${EndIf}
FunctionEnd

; Answers in $R3: good, bad, or newer when a newer version is there. A full folder gets one of ours.
Function CheckFolder
  Call JudgeFolder
  ${If} $R3 == "bad"
    StrCpy $INSTDIR "$INSTDIR\${FOLDER}"
    Call JudgeFolder
  ${EndIf}
  StrLen $0 $INSTDIR
  ${If} $0 > ${LONGEST_FOLDER}
    StrCpy $R3 "bad"
  ${EndIf}
  ${If} $R3 == "good"
    ReadINIStr $0 "${MARKER}" "Kesutong" "Version"
    ${VersionCompare} "$0" "${VERSION}" $1
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/DOWNGRADE" $2
    ${If} ${Errors}
    ${AndIf} $1 == 1
      StrCpy $R3 "newer"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function JudgeFolder
  StrCpy $R3 "bad"
  ${DirState} "$INSTDIR" $0
  ${If} ${FileExists} "${MARKER}"
  ${OrIf} $0 != 1
    StrCpy $R3 "good"
  ${EndIf}
FunctionEnd

Function CheckChosenFolder
  Call CheckFolder
  ${If} $R3 == "bad"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(BAD_FOLDER)"
    Abort
  ${ElseIf} $R3 == "newer"
    ReadINIStr $0 "${MARKER}" "Kesutong" "Version"
    MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONQUESTION "$(NEWER)" IDYES +2
    Abort
  ${EndIf}
FunctionEnd

