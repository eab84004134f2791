; What Windows knows of the program: its shortcuts and its place in the list of programs.

!macro DeleteShortcuts FOLDER
  Delete "${FOLDER}\客诉通.lnk"
  Delete "${FOLDER}\客訴通.lnk"
  Delete "${FOLDER}\Kesutong.lnk"
!macroend

Function MakeStartMenuEntry
  !insertmacro DeleteShortcuts "$SMPROGRAMS"
  CreateShortcut "$SMPROGRAMS\$(NAME).lnk" "$INSTDIR\Kesutong.exe" "" "" "" "" "" "$(DESCRIPTION)"
FunctionEnd

Function MakeDesktopShortcut
  !insertmacro DeleteShortcuts "$DESKTOP"
  CreateShortcut "$DESKTOP\$(NAME).lnk" "$INSTDIR\Kesutong.exe" "" "" "" "" "" "$(DESCRIPTION)"
FunctionEnd

Function Register
  WriteRegStr SHCTX "${KEY}" "Dir" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "Language" "$LANGUAGE"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "$(PRODUCT)"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\Kesutong.exe"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "The Kesutong authors"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
FunctionEnd

Function un.Register
  !insertmacro DeleteShortcuts "$SMPROGRAMS"
  !insertmacro DeleteShortcuts "$DESKTOP"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "${KEY}"
  DeleteRegValue HKCU "${KEY}" "Language"
  DeleteRegKey /ifempty HKCU "${KEY}"
  DeleteRegKey /ifempty SHCTX "Software\Kesutong"
  DeleteRegKey /ifempty HKCU "Software\Kesutong"
FunctionEnd
