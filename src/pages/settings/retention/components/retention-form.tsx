import { Text } from '@tarojs/components';
import { useState } from 'react';
import { OUT_OF_REACH } from '../../../../../domain/retention/student-records';
import type { RetentionKind } from '../../../../../domain/school/retention-settings.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Numbers } from '../../../../components/numbers';
import { Row } from '../../../../components/row';
import { Sheet } from '../../../../components/sheet';
import { Switch } from '../../../../components/switch';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type Retention, type RetentionTerms, useReviseRetention } from '../../settings.queries';

/** What may be chosen by tap, for each kind. */
const CHOICES: Record<
  RetentionKind,
  { term: keyof RetentionTerms; from: readonly number[]; unit: string }
> = {
  student: { term: 'studentYears', from: [1, 2, 3, 5, 10], unit: '年' },
  heartToHeartCard: { term: 'cardMonths', from: [3, 6, 12, 24], unit: '个月' },
  audit: { term: 'auditYears', from: [1, 3, 5], unit: '年' },
};

const sayDue = (due: number, dueInAYear: number): string =>
  `现在到期 ${due} 条，一年内到期 ${dueInAYear} 条`;

interface RetentionFormProps {
  shown: Retention;
  /** Asks what would go by other terms. */
  onTry(terms: RetentionTerms): void;
}

/** Terms by tap, each with what would go; switching on shows it all once more. */
export function RetentionForm({ shown, onTry }: RetentionFormProps) {
  const { rev, isOn, terms, tried, kinds, always } = shown;
  const [isAsking, setAsking] = useState(false);
  const { mutate, isPending, error } = useReviseRetention();
  const writeIdOf = useWriteId();
  const save = (nextIsOn: boolean) => {
    const content = { rev, isOn: nextIsOn, ...tried };
    const onSuccess = () => {
      setAsking(false);
      showToast({ text: nextIsOn ? '已打开，今晚开始' : '已保存' });
      onTry(tried);
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  const isChanged = JSON.stringify(terms) !== JSON.stringify(tried);
  return (
    <>
      <Card>
        <Row
          title="按期限自动清理"
          note={isOn ? '每天夜里清理到期的' : '没有打开，什么都不会清理'}
          aside={
            <Switch
              label="按期限自动清理"
              isOn={isOn}
              onSwitch={(next) => (next ? setAsking(true) : save(false))}
            />
          }
        />
      </Card>
      {kinds.map(({ kind, label, does, why, term, due, dueInAYear }) => (
        <Card key={kind} title={label}>
          <Numbers
            from={CHOICES[kind].from}
            unit={CHOICES[kind].unit}
            chosen={tried[CHOICES[kind].term]}
            onChoose={(value) => onTry({ ...tried, [CHOICES[kind].term]: value })}
          />
          <Row title={`${term}后${does}`} note={`${sayDue(due, dueInAYear)}。${why}`} />
        </Card>
      ))}
      <Card title="不管是否打开，每天夜里都清理">
        {always.map(({ kind, label, term, does, why, due }) => (
          <Row
            key={kind}
            title={`${label}：${term}${does}`}
            note={`${due > 0 ? `今晚清理 ${due} 条。` : ''}${why}`}
          />
        ))}
      </Card>
      <Notice text={OUT_OF_REACH} />
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <Button
        kind="main"
        text="保存期限"
        isDisabled={!isChanged}
        isBusy={isPending}
        onTap={() => save(isOn)}
      />
      {isAsking && (
        <Sheet title="打开以后会清理什么" onClose={() => setAsking(false)}>
          {kinds.map(({ kind, label, term, does, due, dueInAYear }) => (
            <Row key={kind} title={`${label}：${term}后${does}`} note={sayDue(due, dueInAYear)} />
          ))}
          <Text className="row-note">清理以后不能恢复，除非另有备份。</Text>
          <Button kind="main" text="打开" isBusy={isPending} onTap={() => save(true)} />
        </Sheet>
      )}
    </>
  );
}
