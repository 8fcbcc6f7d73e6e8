/**
 * What Excel on Windows offers a web page, made in that page before its scripts run; `sets` is the newest ExcelApi it knows.
 * The page must have a function `pretendedExcel` that carries requests out. It is sent as text, so it uses nothing around it.
 */
export function desktopHost(sets: string): void {
  const settings = { Read: () => undefined, Write: () => undefined };
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'test',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => 'zh-CN',
    GetAppDataLocale: () => 'zh-CN',
    GetDocUrl: () => '台账.xlsx',
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetSupportedMatrix: () => JSON.stringify({ ExcelApi: sets }),
    GetHostFullVersion: () => '16.0.17000.20000',
    GetInstanceId: () => 'one',
    GetOfficeThemeInfo: () => '{}',
    GetSettings: () => settings,
  };
  const answers: Record<string, unknown> = {
    GetHostInfo: () => 'Excel$Win32$16.01$zh-CN$$$disableLogging',
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (id: number, params: unknown[], callback: (answer: unknown) => void) => {
      if (id !== 93) {
        setTimeout(() => callback(list([5001, 'not here'])));
        return;
      }
      const page = window as unknown as { pretendedExcel: (text: string) => Promise<{ status: number; body: string }> };
      const inner = (params as unknown[][])[0][4] as string;
      void page.pretendedExcel(inner).then(({ status, body }) => {
        callback(list(status === 200 ? [0, [200, [], body]] : [7000, 'refused']));
      });
    },
    RegisterEvent: (
      id: number,
      _target: unknown,
      handler: (id: number, entries: unknown) => void,
      callback: (code: number) => void,
    ) => {
      if (id === 33) {
        (window as unknown as { tellOffice: unknown }).tellOffice = (event: {
          messageCategory: number;
          messageType: number;
          targetId: string;
          message: string;
        }) => handler(id, list([[event.messageCategory, event.messageType, event.targetId, event.message, 0]]));
      }
      setTimeout(() => callback(0));
    },
    UnregisterEvent: (_id: number, _target: unknown, callback: (code: number) => void) => callback(0),
  };
  Object.assign(window.external, answers);

  /** A list as Windows hands it over. */
  function list(items: readonly unknown[]): unknown {
    const inside = items.map((item) => (Array.isArray(item) ? list(item) : item));
    return { toArray: () => inside, getItem: (at: number) => inside[at], dimensions: () => 1 };
  }
}
