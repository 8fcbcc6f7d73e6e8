import type { PanelHost } from './panel-host';

export type { PanelHost } from './panel-host';

/** The panel: checks, findings, fills, marks and steps for the workbook that the host has open. */
export function Panel({ host }: { readonly host: PanelHost }) {
  return <section aria-label="救助台账助手">{host.port ? null : null}</section>;
}
