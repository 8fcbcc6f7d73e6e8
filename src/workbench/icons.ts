// One file per icon keeps the several thousand others out of the bundle and out of the build.
export { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
export { DocumentMultipleRegular } from '@fluentui/react-icons/svg/document-multiple';
export { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
export { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
export { PanelRightRegular } from '@fluentui/react-icons/svg/panel-right';
export { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
export { SaveRegular } from '@fluentui/react-icons/svg/save';
export { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
export { TableRegular } from '@fluentui/react-icons/svg/table';
