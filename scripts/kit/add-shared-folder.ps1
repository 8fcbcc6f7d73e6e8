# 让当前用户的 Excel 信任一个共享文件夹，台账助手的 manifest.xml 放在里面。用法：add-shared-folder.ps1 \\服务器\共享名
param([Parameter(Mandatory = $true)][string]$Folder)
$ErrorActionPreference = 'Stop'
if ($Folder -notmatch '^\\\\[^\\]+\\[^\\]+') { throw '请写共享文件夹的网络路径，例如 \\服务器\共享名，不要写盘符。' }
if (-not (Test-Path (Join-Path $Folder 'manifest.xml'))) { Write-Warning '这个文件夹里还没有 manifest.xml，请先把它复制进去。' }
$key = 'HKCU:\Software\Microsoft\Office\16.0\WEF\TrustedCatalogs\{@CATALOGUE@}'
if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }
New-ItemProperty -Path $key -Name 'Id' -Value '{@CATALOGUE@}' -PropertyType String -Force | Out-Null
New-ItemProperty -Path $key -Name 'Url' -Value $Folder -PropertyType String -Force | Out-Null
New-ItemProperty -Path $key -Name 'Flags' -Value 1 -PropertyType DWord -Force | Out-Null
Write-Host '已登记。请重新打开 Excel：开始（或插入）- 加载项 - 高级 - 共享文件夹，选“冬春救助台账助手”。'
