# 从当前用户的 Excel 里去掉台账助手。台账文件不受影响。
$ErrorActionPreference = 'Stop'
$developer = 'HKCU:\Software\Microsoft\Office\16.0\WEF\Developer'
if (Test-Path $developer) { Remove-ItemProperty -Path $developer -Name '@ID@' -ErrorAction SilentlyContinue }
$catalogue = 'HKCU:\Software\Microsoft\Office\16.0\WEF\TrustedCatalogs\{@CATALOGUE@}'
if (Test-Path $catalogue) { Remove-Item -Path $catalogue -Recurse }
$folder = Join-Path $env:LOCALAPPDATA 'ReliefLedger'
if (Test-Path $folder) { Remove-Item -Path $folder -Recurse }
Write-Host '已卸载。请关闭全部 Excel 窗口；选项卡还在时，再运行“清除缓存”（clear-cache）。'
