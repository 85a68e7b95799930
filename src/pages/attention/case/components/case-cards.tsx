import { CASE_OUTCOMES } from '../../../../../domain/attention/attention-case.schema';
import { LEVEL_LABELS } from '../../../../../domain/attention/attention-category.schema';
import { CASE_KINDS } from '../../../../../domain/attention/case-kinds';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { Notice } from '../../../../components/notice';
import { Part } from '../../../../components/part';
import { Row } from '../../../../components/row';
import { openPage } from '../../../../platform/navigate';
import { sayDate } from '../../../../platform/when';
import type { Case } from '../../attention.queries';

interface CaseCardsProps {
  found: Case;
  onClose(): void;
  onVoid(): void;
}

/** The plan itself. */
export function CaseCards({ found, onClose, onVoid }: CaseCardsProps) {
  const { student, kind, level, fields, goal, measures, reviewOn, sponsor } = found;
  const { closing, voided, may } = found;
  const asked = CASE_KINDS[kind].fields;
  const facts = [
    LEVEL_LABELS[level],
    reviewOn && `${sayDate(reviewOn)}回访`,
    sponsor && `包靠 ${sponsor.name}`,
  ];
  const edit = () => openPage('openCase', { studentId: student.id, caseId: found.id });
  return (
    <>
      {voided && <Notice text={`这份档案已作废：${voided.reason}`} />}
      {closing && (
        <Notice
          text={`${sayDate(closing.on)}结束 · ${closing.outcome ? CASE_OUTCOMES[closing.outcome] : ''}：${closing.text}`}
        />
      )}
      <Card title={student.name} aside={CASE_KINDS[kind].label}>
        <Row
          title={student.classLabel}
          note={facts.filter(Boolean).join(' · ')}
          onTap={() => openPage('studentFile', { studentId: student.id })}
        />
        {asked.map(({ key, label }) =>
          fields[key] ? <Part key={key} label={label} text={fields[key]} /> : null,
        )}
        <Part label="希望看到" text={goal} />
      </Card>
      <Card title="谁来做什么">
        {measures.length === 0 && <Empty text="定下的措施会写在这里：谁来做，到哪天。" />}
        {measures.map(({ id, text, owner, until, isDone }) => (
          <Row
            key={id}
            title={text}
            note={`${owner} · ${isDone ? '已完成' : `到${sayDate(until)}`}`}
          />
        ))}
        {may.write && <Button text="修改计划" onTap={edit} />}
        {may.write && <Button kind="link" text="可以结束了" onTap={onClose} />}
        {may.write && <Button kind="link" text="建错了，作废" onTap={onVoid} />}
      </Card>
    </>
  );
}
