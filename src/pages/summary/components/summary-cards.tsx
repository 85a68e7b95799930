import { Text, View } from '@tarojs/components';
import { dayOf, monthAndDay, sayDay } from '../../../../domain/calendar/day';
import { SUMMARY_WORDS, type SummaryWords } from '../../../../domain/summary/summary.schema';
import { saySeen } from '../../../../domain/talk/talk.rules';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Figures } from '../../../components/figures';
import { Notice } from '../../../components/notice';
import { Part } from '../../../components/part';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';
import { sayWhen } from '../../../platform/when';
import type { Duty, Summary as WithTrend } from '../summary.queries';
import './summary-cards.scss';

/** The card that is opened from a chat carries no trend. */
type Summary = Omit<WithTrend, 'trend'>;

const PARTS = Object.keys(SUMMARY_WORDS) as (keyof SummaryWords)[];

/** A whole summary as it reads, for whoever reads it: the page and the opened card show the same. */
export function SummaryCards({ summary }: { summary: Summary }) {
  const { unseen, words, duties, classes } = summary;
  const written = PARTS.filter((part) => words[part] !== '');
  return (
    <>
      <HeadCard summary={summary} />
      <CorrectionCard summary={summary} />
      {written.length > 0 && (
        <Card title="写下的话">
          {written.map((part) => (
            <Part key={part} label={SUMMARY_WORDS[part]} text={words[part]} />
          ))}
        </Card>
      )}
      {duties.length > 0 && (
        <Card title="应做的会商工作">
          {duties.map((duty) => (
            <DutyLines key={duty.dutyId} duty={duty} isOfOne={classes.length === 1} />
          ))}
        </Card>
      )}
      {unseen !== null && unseen.length > 0 && (
        <Card title="还没见到" aside={String(unseen.length)}>
          {unseen.map(({ studentId, name, daysSince }) => (
            <Row
              key={studentId}
              title={name}
              note={saySeen(daysSince)}
              onTap={() => openPage('talks', { studentId })}
            />
          ))}
        </Card>
      )}
      {classes.length > 1 && <ClassesCard classes={classes} />}
    </>
  );
}

function HeadCard({ summary }: { summary: Summary }) {
  const { title, from, to, countedOn, figures, isSigned, signedBy, signedAt } = summary;
  const days = `${monthAndDay(from)}到${monthAndDay(to)}`;
  const counted = countedOn < to ? `数到${sayDay(countedOn, dayOf(new Date()))}` : null;
  return (
    <Card title={title} aside={isSigned ? '已签发' : '还没有签发'}>
      <Text className="summary-days">{[days, counted].filter(Boolean).join(' · ')}</Text>
      <Figures figures={figures} />
      {isSigned && signedAt && (
        <Text className="summary-days">{`${signedBy} 签发于${sayWhen(signedAt)}`}</Text>
      )}
    </Card>
  );
}

/** What a version changed and why; and, on an old one, the way to the one that stands. */
function CorrectionCard({ summary: { correction, replacedById, version } }: { summary: Summary }) {
  if (replacedById !== null) {
    const open = () => openPage('summary', { summaryId: replacedById });
    return (
      <Notice
        kind="care"
        text="这一份已经更正，现在以新的一份为准。"
        action={<Button kind="link" text="看新的一份" onTap={open} />}
      />
    );
  }
  if (!correction) return null;
  return (
    <Card title={`第 ${version} 版的更正`}>
      <Part label="为什么更正" text={correction.why} />
      {correction.changes.map(({ what, from, to }) => (
        <Row key={what} title={what} note={`原来 ${from}，现在 ${to}`} />
      ))}
      <Button
        kind="link"
        text="看原来的一份"
        onTap={() => openPage('summary', { summaryId: correction.ofId })}
      />
    </Card>
  );
}

const sayPlace = ({ label, responsible, late }: Duty['places'][number]): string =>
  [responsible ? `${label} ${responsible}` : label, late > 0 && '已逾期'].filter(Boolean).join(' ');

/** A duty, and who has not done it yet: named to those who answer for it, in the roster's order. */
function DutyLines({ duty, isOfOne }: { duty: Duty; isOfOne: boolean }) {
  const { title, sum, places } = duty;
  const waiting = places.filter(({ done, of }) => done < of);
  const late = sum.late > 0 ? `逾期 ${sum.late}` : null;
  const note = [`应 ${sum.of} · 已 ${sum.done}`, late].filter(Boolean).join(' · ');
  return (
    <Row title={title} note={note}>
      {!isOfOne && waiting.length > 0 && (
        <Text className="summary-waiting">{`还没有做：${waiting.map(sayPlace).join('、')}`}</Text>
      )}
    </Row>
  );
}

/** Class by class, in the order of the roster: a table, not an order of merit. */
function ClassesCard({ classes }: { classes: Summary['classes'] }) {
  return (
    <Card title="各班" aside={`${classes.length} 个班`}>
      <View className="summary-line summary-line-head">
        <Text className="summary-class">班级</Text>
        <Text className="summary-number">面谈的学生</Text>
        <Text className="summary-number">家访</Text>
        <Text className="summary-number">还没见到</Text>
      </View>
      {classes.map(({ classId, label, seen, students, homeVisits, unseen }) => (
        <View key={classId} className="summary-line">
          <Text className="summary-class">{label}</Text>
          <Text className="summary-number">{`${seen}/${students}`}</Text>
          <Text className="summary-number">{homeVisits}</Text>
          <Text className="summary-number">{unseen}</Text>
        </View>
      ))}
    </Card>
  );
}
