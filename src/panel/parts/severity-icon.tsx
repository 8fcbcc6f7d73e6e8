import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Severity } from '../../core/findings/finding';
import { ErrorCircleFilled, InfoFilled, WarningFilled } from '../icons';

const shapes = { error: ErrorCircleFilled, warning: WarningFilled, note: InfoFilled } as const;

/** Each severity has a shape of its own, so that colour is never all there is. The word stands beside it. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  const Shape = shapes[severity];
  return <Shape className={mergeClasses(styles.icon, styles[severity])} aria-hidden />;
}

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: '16px' },
  error: { color: tokens.colorPaletteRedForeground3 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground3 },
  note: { color: tokens.colorPaletteBlueForeground2 },
});
