/** Hands bytes to the person as a download. */
export function downloadBytes(bytes: Uint8Array, name: string): void {
  const ending = name.slice(name.lastIndexOf('.'));
  const type = types[ending] ?? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const types: Readonly<Record<string, string | undefined>> = {
  '.xlsm': 'application/vnd.ms-excel.sheet.macroEnabled.12',
  '.json': 'application/json',
  '.zip': 'application/zip',
};
