/** Asks a yes-or-no question in a dialog of the page. Escape means no. */
export function ask({ question, yes, no }: { question: string; yes: string; no: string }): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'bench-dialog';
    const words = document.createElement('p');
    words.textContent = question;
    const buttons = document.createElement('div');
    buttons.className = 'buttons';
    const answer = (is: boolean) => {
      dialog.remove();
      resolve(is);
    };
    for (const [label, is] of [
      [no, false],
      [yes, true],
    ] as const) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = is ? 'bench-button plain' : 'bench-button primary';
      button.textContent = label;
      button.addEventListener('click', () => answer(is));
      buttons.appendChild(button);
    }
    dialog.append(words, buttons);
    dialog.addEventListener('cancel', () => answer(false));
    document.body.appendChild(dialog);
    dialog.showModal();
  });
}
