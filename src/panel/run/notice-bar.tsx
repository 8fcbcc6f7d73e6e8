import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '../icons';
import type { Notice } from './notice';

/** The last outcome in words. It stands under the list, so that the list keeps its place, until dismissed or replaced. */
export function NoticeBar({ notice, onDismiss }: { readonly notice?: Notice; readonly onDismiss: () => void }) {
  const styles = useStyles();
  return (
    <div role="status">
      {notice && (
        <MessageBar intent={notice.intent} layout="multiline" shape="square" className={styles.bar}>
          <MessageBarBody className={styles.words}>{notice.text}</MessageBarBody>
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
  words: { fontSize: '14px', lineHeight: '22px', overflowWrap: 'anywhere' },
});
