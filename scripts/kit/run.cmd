@echo off
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0@SCRIPT@.ps1" %*
pause
