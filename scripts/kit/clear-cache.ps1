# 清除 Office 加载项的缓存：窗格空白、更新后仍是旧版、卸载后选项卡还在时使用。别的加载项会在下次打开时重新下载。
$ErrorActionPreference = 'Stop'
if (Get-Process -Name EXCEL -ErrorAction SilentlyContinue) { throw 'Excel 还开着，请保存台账、关闭全部 Excel 窗口，再运行一次。' }
$cache = Join-Path $env:LOCALAPPDATA 'Microsoft\Office\16.0\Wef'
if (Test-Path $cache) { Get-ChildItem -Path $cache -Force | Remove-Item -Recurse -Force -ErrorAction SilentlyContinue }
Write-Host '缓存已清除，请重新打开 Excel。'
