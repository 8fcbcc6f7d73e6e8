import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { formatDate, isValidDay, type IsoDate } from '../../core/ledger/dates';
import type { SeasonCalendar } from '../../core/policy/season-calendar';
import { SeasonSteps } from './season-steps';

export interface SeasonTimelineProps {
  readonly calendar: SeasonCalendar;
  readonly today: IsoDate;
  readonly begin?: IsoDate;
  readonly onBegin: (begin: IsoDate | undefined) => void;
}

/** The season step by step: the days the notice sets, how early and how late each may be, and what is late today. */
export function SeasonTimeline({ calendar, today, begin, onBegin }: SeasonTimelineProps) {
  const styles = useStyles();
  const dayOfNotice = begin ?? calendar.steps[0].set?.date ?? '';
  return (
    <div className={styles.place}>
      <p className={styles.line}>
        {calendar.season}—{calendar.season + 1} 年度，今天是 {formatDate(today)}
      </p>
      <Field label="村级公示哪天开始" className={styles.begin}>
        <Input
          type="date"
          value={dayOfNotice}
          onChange={(_, { value }) => onBegin(isValidDay(value) ? value : undefined)}
        />
      </Field>
      <SeasonSteps calendar={calendar} today={today} />
      {calendar.remarks.map((remark) => (
        <p key={remark} className={styles.line}>
          {remark}
        </p>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  place: { padding: '0 8px 12px 16px' },
  line: { margin: '0 0 8px', lineHeight: '22px', color: tokens.colorNeutralForeground2 },
  begin: { maxWidth: '240px', marginBottom: '12px' },
});
