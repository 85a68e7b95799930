import { useRef, useState } from 'react';
import {
  MAX_REPORT,
  type ReportLevel,
} from '../../../../../domain/consultation/monthly-report.schema';
import { Answered } from '../../../../components/answered';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Part } from '../../../../components/part';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type Report, useMonthlyReport, useSubmitMonthlyReport } from '../../consultation.queries';

interface Of {
  month: string;
  level: ReportLevel;
  placeId: string;
}

export function ReportForm({ of }: { of: Of }) {
  const report = useMonthlyReport(of);
  return (
    <Answered query={report}>
      {(known) => (
        <Written key={known.rev} of={of} report={known} onSaved={() => void report.refetch()} />
      )}
    </Answered>
  );
}

/** The level below first, then one's own words. */
function Written({ of, report, onSaved }: { of: Of; report: Report; onSaved(): void }) {
  const { label, rev, below, may } = report;
  const [initial, setInitial] = useState(report.text);
  const text = useRef(report.text);
  const { mutate, isPending, error } = useSubmitMonthlyReport();
  const writeIdOf = useWriteId();
  const there = below.filter((one) => one.rev > 0);
  const missing = below.filter((one) => one.rev === 0).map((one) => one.label);
  // What the level below wrote, as a beginning: to be shortened, not to be typed again.
  const beginFromBelow = () => {
    const joined = there.map((one) => `${one.label}：${one.text}`).join('\n');
    text.current = joined.slice(0, MAX_REPORT);
    setInitial(text.current);
  };
  const submit = () => {
    const content = { ...of, rev, text: text.current };
    const onSuccess = () => {
      showToast({ text: '报告已提交' });
      onSaved();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <>
      {below.length > 0 && (
        <Card title="下一级写的" aside={`${there.length}/${below.length}`}>
          {there.map((one) => (
            <Part key={one.placeId} label={one.label} text={one.text} />
          ))}
          {missing.length > 0 && <Notice kind="care" text={`还没有：${missing.join('、')}`} />}
          {may.submit && there.length > 0 && rev === 0 && (
            <Button text="从这些写起" onTap={beginFromBelow} />
          )}
        </Card>
      )}
      <Card title={label} aside={rev > 0 ? '已提交' : '还没有写'}>
        {may.submit ? (
          <>
            <TextArea
              key={initial}
              label="这个月的情况"
              placeholder="学生的思想、学习、生活，做了什么，还要什么帮助。"
              max={MAX_REPORT}
              initial={initial}
              onInput={(value) => {
                text.current = value;
              }}
            />
            {error && <Notice kind="error" text={sayFailure(error)} />}
            <Button
              kind="main"
              text={rev > 0 ? '更新报告' : '提交报告'}
              isBusy={isPending}
              onTap={submit}
            />
          </>
        ) : (
          <Part label="这个月的情况" text={report.text || '—'} />
        )}
      </Card>
    </>
  );
}
