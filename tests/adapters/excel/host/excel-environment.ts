import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import NodeEnvironment from 'jest-environment-node';
import { nativeBridge } from './native-bridge';

const file = require.resolve('@microsoft/office-js/dist/excel-win32-16.01.js');
let script: vm.Script | undefined;

/** A jest environment in which the real office.js object model runs and talks to `globalThis.__connect`ed hosts. */
export default class ExcelEnvironment extends NodeEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    const here = this.global as unknown as Record<string, unknown>;
    const nothing = () => undefined;
    here.window = here;
    here.location = { search: '', hash: '', protocol: 'https:', href: '' };
    here.document = { addEventListener: nothing, getElementById: () => null, getElementsByTagName: () => [] };
    here.addEventListener = nothing;
    here.navigator ??= { userAgent: 'node' };
    const bridge = nativeBridge();
    here._richApiNativeBridge = bridge;
    here.__connect = bridge.connect;
    script ??= new vm.Script(readFileSync(file, 'utf8'), { filename: file });
    script.runInContext(this.getVmContext() as vm.Context);
  }
}
