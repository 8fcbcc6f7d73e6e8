# 把台账助手装给当前用户，不需要管理员权限。装好后重新打开 Excel。
$ErrorActionPreference = 'Stop'
$id = '@ID@'
$from = Join-Path $PSScriptRoot '..\manifest.xml'
if (-not (Test-Path $from)) { throw '没有找到 manifest.xml，请把整个安装包解压后再运行。' }
$folder = Join-Path $env:LOCALAPPDATA 'ReliefLedger'
if (-not (Test-Path $folder)) { New-Item -ItemType Directory -Path $folder | Out-Null }
$manifest = Join-Path $folder 'manifest.xml'
Copy-Item -Path $from -Destination $manifest -Force
$key = 'HKCU:\Software\Microsoft\Office\16.0\WEF\Developer'
# 已有的键不能用 -Force 新建，那样会清掉别的加载项。
if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }
New-ItemProperty -Path $key -Name $id -Value $manifest -PropertyType String -Force | Out-Null
Write-Host '已装好。请关闭全部 Excel 窗口，重新打开后在“救助台账”选项卡使用。'
