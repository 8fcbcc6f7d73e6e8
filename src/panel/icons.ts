// One file per icon keeps the several thousand others out of the bundle and out of the build.
export { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
export { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
export { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
export { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
export { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
export { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
export { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
export { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
export { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
export { ClipboardTaskRegular } from '@fluentui/react-icons/svg/clipboard-task';
export { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
export { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
export { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
export { HistoryRegular } from '@fluentui/react-icons/svg/history';
export { InfoFilled } from '@fluentui/react-icons/svg/info';
export { WarningFilled } from '@fluentui/react-icons/svg/warning';
export { CalculatorRegular } from '@fluentui/react-icons/svg/calculator';
