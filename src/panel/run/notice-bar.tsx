import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '../icons';
import type { DoneStep } from '../steps/use-steps';
import type { Notice } from './notice';

export interface NoticeBarProps {
  readonly notice?: Notice;
  /** The step it tells of, while that can still be taken back. */
  readonly step?: DoneStep;
  readonly onUndo: (step: DoneStep) => void;
  readonly onDismiss: () => void;
}

/** The last outcome in words. It stands under the list, so that the list keeps its place, until dismissed or replaced. */
export function NoticeBar({ notice, step, onUndo, onDismiss }: NoticeBarProps) {
  const styles = useStyles();
  return (
    <div role="status">
      {notice && (
        <MessageBar intent={notice.intent} layout="multiline" shape="square" className={styles.bar}>
          <MessageBarBody className={styles.words}>
            {notice.text}
            {step && (
              <Link as="button" className={styles.undo} onClick={() => onUndo(step)}>
                撤销
              </Link>
            )}
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button appearance="transparent" icon={<DismissRegular />} aria-label="知道了" onClick={onDismiss} />
            }
          />
        </MessageBar>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  bar: { maxHeight: '40vh', overflowY: 'auto', borderLeftStyle: 'none', borderRightStyle: 'none' },
  undo: { paddingInline: '8px' },
  words: { fontSize: '14px', lineHeight: '22px', overflowWrap: 'anywhere' },
});
