import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatDate, type IsoDate } from '../../core/ledger/dates';
import type { SeasonCalendar, SeasonStep } from '../../core/policy/season-calendar';
import { stepWords } from '../../tasks/step-words';

export interface SeasonStepsProps {
  readonly calendar: SeasonCalendar;
  readonly today: IsoDate;
  /** Steps that were made, with their days. */
  readonly past?: ReadonlyMap<SeasonStep, IsoDate>;
}

/** The steps of a season in a line: how early and how late each may be, and what is late today. */
export function SeasonSteps({ calendar, today, past }: SeasonStepsProps) {
  const styles = useStyles();
  return (
    <ol className={styles.steps} aria-label="时间表">
      {calendar.steps.map((each) => {
        const made = past?.get(each.step);
        const isBad = made === undefined && (each.state === 'late' || each.state === 'impossible');
        return (
          <li key={each.step} className={styles.step}>
            <span
              className={mergeClasses(
                styles.dot,
                isBad && styles.badDot,
                made === undefined && each.state === 'open' && styles.openDot,
              )}
            />
            <span className={styles.words}>
              <span className={styles.top}>
                <span>{each.step}</span>
                <span className={mergeClasses(styles.state, isBad && styles.bad)}>
                  {made ? '已过' : stepWords(each, today)}
                </span>
              </span>
              <span className={styles.quiet}>{made ? formatDate(made) : daysOf(each)}</span>
              {each.set && <span className={styles.quiet}>{each.set.source}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function daysOf({ earliest, latest }: SeasonCalendar['steps'][number]): string {
  if (earliest && latest)
    return earliest === latest ? formatDate(latest) : `最早 ${short(earliest)}，最迟 ${short(latest)}`;
  if (latest) return `最迟 ${short(latest)}`;
  return earliest ? `最早 ${short(earliest)}` : '方案没有写，也推算不出来';
}

/** `2026-01-08` → `1月8日`. */
const short = (date: IsoDate): string => formatDate(date).replace(/^\d+年/, '');

const useStyles = makeStyles({
  steps: { margin: 0, padding: 0, listStyle: 'none' },
  step: {
    position: 'relative',
    display: 'flex',
    gap: '10px',
    paddingBottom: '12px',
    ':not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      left: '5px',
      top: '16px',
      bottom: '-4px',
      width: '2px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
  dot: {
    flexShrink: 0,
    boxSizing: 'border-box',
    width: '12px',
    height: '12px',
    marginTop: '5px',
    border: `2px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: '50%',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  openDot: {
    borderTopColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorBrandStroke1,
  },
  badDot: {
    borderTopColor: tokens.colorPaletteRedForeground3,
    borderRightColor: tokens.colorPaletteRedForeground3,
    borderBottomColor: tokens.colorPaletteRedForeground3,
    borderLeftColor: tokens.colorPaletteRedForeground3,
    backgroundColor: tokens.colorPaletteRedForeground3,
  },
  words: { flexGrow: 1, minWidth: 0, lineHeight: '22px', overflowWrap: 'anywhere' },
  top: { display: 'flex', justifyContent: 'space-between', gap: '8px' },
  state: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  bad: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'block', lineHeight: '20px', color: tokens.colorNeutralForeground3 },
});
