/** What the measurements run: the code that panel, workbench and command line run, without the doors. */
export { nodeCodec } from '../src/adapters/file/package/node-codec';
export { newWorkbook } from '../src/adapters/file/new-workbook';
export { openFile } from '../src/adapters/file/open-file';
export { checks } from '../src/core/checks';
export { checkState, recheck } from '../src/core/checks/recheck';
export { runChecks } from '../src/core/checks/run';
export { mergeReturned } from '../src/core/merge/merge-returned';
export { policyOn } from '../src/core/policy/policy';
export { readWorkbook } from '../src/core/read/read-workbook';
export { finish } from '../src/core/workbook/port';
export { forms } from '../src/forms';
export { schemes } from '../src/schemes';
export { blankForm } from '../src/core/sheets/blank-form';
export { checkWorkbooks } from '../src/tasks/check-workbooks';
export { mergeReturns } from '../src/tasks/merge-returned';
export { readReturned } from '../src/tasks/read-returned';
export { readAllReturned } from '../src/tasks/read-all-returned';
export { readerBeside, readerHere } from '../src/tasks/return-reader';
