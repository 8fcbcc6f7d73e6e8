import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Scheme } from '../../core/policy/scheme';
import { loadedScheme } from '../../tasks/catalogue';
import { schemeFile } from '../../tasks/scheme-desk';

export interface SchemeFileProps {
  /** Missing while a line is wrong. */
  readonly scheme?: Scheme;
  readonly isBusy: boolean;
  /** Missing where the host cannot save a file: then the text is shown to be copied. */
  readonly saveText?: (name: string, text: string) => void;
  readonly onLoad: (scheme: Scheme, from: string) => void;
}

/** A scheme as a .json file: handed on, and taken over from a file or a pasted text. */
export function SchemeFile({ scheme, isBusy, saveText, onLoad }: SchemeFileProps) {
  const styles = useStyles();
  const chooser = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [pasted, setPasted] = useState('');
  const [shown, setShown] = useState<string>();
  const take = (text: string, from: string) => {
    const read = loadedScheme(text);
    setFaults('problems' in read ? read.problems.map(({ sentence }) => sentence) : []);
    if ('scheme' in read) {
      setPasted('');
      onLoad(read.scheme, from);
    }
  };
  const save = () => {
    if (!scheme) return;
    const { name, text } = schemeFile(scheme);
    if (saveText) saveText(name, text);
    else setShown(text);
  };
  return (
    <div className={styles.place}>
      <div className={styles.actions}>
        <Button disabledFocusable={isBusy} onClick={() => chooser.current?.click()}>
          从文件载入
        </Button>
        <Button disabledFocusable={isBusy || !scheme} onClick={save}>
          {saveText ? '存为文件' : '显示文件内容'}
        </Button>
      </div>
      {shown !== undefined && (
        <Field label="全部选中、复制，存成扩展名为 .json 的文本文件">
          <Textarea readOnly rows={6} value={shown} onFocus={(event) => event.target.select()} />
        </Field>
      )}
      <Field label="也可以把方案文件的内容粘贴在这里">
        <Textarea rows={3} value={pasted} onChange={(_, { value }) => setPasted(value)} />
      </Field>
      <Button disabledFocusable={isBusy || pasted.trim() === ''} onClick={() => take(pasted, '粘贴的内容')}>
        载入粘贴的内容
      </Button>
      {faults.length > 0 && (
        <ul className={styles.faults} aria-label="方案文件里的问题" role="alert">
          {faults.slice(0, 20).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json"
        aria-label="载入方案文件"
        onChange={(event) => {
          const [file] = Array.from(event.target.files ?? []);
          event.target.value = '';
          if (file) void file.text().then((text) => take(text, `文件“${file.name}”`));
        }}
      />
    </div>
  );
}

const useStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '12px', padding: '0 8px 16px 16px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  faults: { margin: 0, paddingInlineStart: '20px', color: tokens.colorPaletteRedForeground1, lineHeight: '22px' },
});
