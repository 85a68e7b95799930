import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';
import { sayDate } from '../../../platform/when';
import type { ListedCase } from '../../../sheets/attention/attention.queries';
import { FollowUpSheet } from '../../../sheets/attention/follow-up-sheet';
import { useCareDuties } from '../today.queries';

/** 关心: rounds and sheets that are owed, reviews that are due, and what one has not acknowledged. */
export function CareCard() {
  const care = useCareDuties();
  const [followed, setFollowed] = useState<ListedCase | null>(null);
  const due = care.data?.cases.due ?? [];
  const waiting = care.data?.health.waiting ?? [];
  const { owed = [], toConfirm = [], toBegin = null, toClose = [] } = care.data?.screening ?? {};
  const rounds = owed.length + toConfirm.length + toClose.length;
  if (!toBegin && due.length + waiting.length + rounds === 0) return null;
  return (
    <Card title="关心">
      {owed.map(({ roundId, classId, title, dueOn, ticked }) => (
        <Row
          key={`${roundId}${classId}`}
          title={title}
          note={ticked === 0 ? `请在${sayDate(dueOn)}前交` : `已看到 ${ticked} 人`}
          aside={
            <Button
              text={ticked === 0 ? '开始排查' : '继续排查'}
              onTap={() => openPage('screeningSheet', { roundId, classId })}
            />
          }
        />
      ))}
      {toConfirm.map(({ roundId, title, classes }) => (
        <Row
          key={roundId}
          title={title}
          note={`${classes} 个班已交`}
          aside={<Button text="去确认" onTap={() => openPage('screeningRound', { roundId })} />}
        />
      ))}
      {toBegin && (
        <Row
          title={toBegin.title}
          note="这个月还没有发起"
          aside={<Button text="去发起" onTap={() => openPage('screening', {})} />}
        />
      )}
      {toClose.map(({ roundId, title, dueOn }) => (
        <Row
          key={roundId}
          title={title}
          note={`${sayDate(dueOn)}交齐，等学校确认`}
          aside={<Button text="看一看" onTap={() => openPage('screeningRound', { roundId })} />}
        />
      ))}
      {due.map((found) => (
        <Row
          key={found.id}
          title={found.name}
          note={`${found.isOverdue ? '回访已到期' : `${sayDate(found.reviewOn)}回访`} · ${found.what}`}
          aside={
            <Button
              text="记跟进"
              label={`记跟进：${found.name}`}
              onTap={() => setFollowed(found)}
            />
          }
        />
      ))}
      {waiting.map(({ studentId, name, classLabel }) => (
        <Row
          key={studentId}
          title={name}
          note={`${classLabel} · 安全须知`}
          aside={
            <Button
              text="看一看"
              label={`看安全须知：${name}`}
              onTap={() => openPage('safety', { studentId })}
            />
          }
        />
      ))}
      {followed && (
        <FollowUpSheet
          found={followed}
          onSaved={() => void care.refetch()}
          onClose={() => setFollowed(null)}
        />
      )}
    </Card>
  );
}
