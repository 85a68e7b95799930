import { useState } from 'react';
import {
  type AttentionLevel,
  LEVEL_LABELS,
  MAX_ATTENTION_CATEGORIES,
} from '../../../../../domain/attention/attention-category.schema';
import { addDays, dayOf } from '../../../../../domain/calendar/day';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { OneOf } from '../../../../components/choices';
import { DayField } from '../../../../components/day-field';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Screen } from '../../../../components/screen';
import { showToast } from '../../../../components/toast';
import { newId } from '../../../../platform/id';
import { goBack } from '../../../../platform/navigate';
import { useWriteId } from '../../../../platform/use-api';
import { sayDate } from '../../../../platform/when';
import {
  type AttentionCategories,
  type AttentionCategory,
  useReviseAttentionCategories,
} from '../../settings.queries';
import { AttentionCategorySheet } from './attention-category-sheet';
import { CountsCard } from './counts-card';

const LEVELS = Object.entries(LEVEL_LABELS).map(
  ([level, label]) => [Number(level) as AttentionLevel, label.slice(0, 2)] as const,
);
const INTERVALS = ['5', '7', '10', '14', '21', '30'].map((days) => [days, `${days} 天`] as const);
const A_YEAR = 365;

/** The list in effect, edited as a whole: stored, it begins on a day, and the one before is kept. */
export function ListForm({ stored }: { stored: AttentionCategories }) {
  const today = dayOf(new Date());
  const [categories, setCategories] = useState(stored.current.categories);
  const [reviewDays, setReviewDays] = useState(stored.reviewDays);
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [open, setOpen] = useState<AttentionCategory | null>(null);
  const { mutate, isPending, error } = useReviseAttentionCategories();
  const writeIdOf = useWriteId();

  const put = (changed: AttentionCategory) => {
    const isKnown = categories.some(({ key }) => key === changed.key);
    setCategories(
      isKnown
        ? categories.map((one) => (one.key === changed.key ? changed : one))
        : [...categories, changed],
    );
  };
  const remove = (key: string) => setCategories(categories.filter((one) => one.key !== key));
  const save = () => {
    const content = { rev: stored.rev, effectiveOn, categories, reviewDays };
    const onSuccess = () => {
      showToast({ text: `已保存，${sayDate(effectiveOn)}起生效` });
      goBack();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };

  return (
    <Screen
      footer={<Button kind="main" text="保存" isBusy={isPending} onTap={save} />}
      sheet={
        open && (
          <AttentionCategorySheet
            category={open}
            onDone={put}
            onRemove={remove}
            onClose={() => setOpen(null)}
          />
        )
      }
    >
      {stored.note !== null && <Notice kind="care" text={stored.note} />}
      <Card title="类别" aside={`${categories.length} 个`}>
        {categories.map((category) => (
          <Row
            key={category.key}
            title={category.label}
            note={category.meaning}
            onTap={() => setOpen(category)}
          />
        ))}
        {categories.length < MAX_ATTENTION_CATEGORIES && (
          <Button
            kind="link"
            text="添加类别"
            onTap={() => setOpen({ key: newId(), label: '', meaning: '' })}
          />
        )}
      </Card>
      <CountsCard counts={stored.counts} />
      <Card title="多久看一次">
        {LEVELS.map(([level, label]) => (
          <OneOf
            key={level}
            label={label}
            choices={INTERVALS}
            initial={String(reviewDays[level])}
            onChoose={(days) => setReviewDays({ ...reviewDays, [level]: Number(days) })}
          />
        ))}
      </Card>
      <Card>
        <DayField
          label="从哪天起生效"
          usual={[[today, '今天']]}
          from={today}
          to={addDays(today, A_YEAR)}
          initial={effectiveOn}
          say={sayDate}
          onChoose={setEffectiveOn}
        />
        <Notice text="以前的清单都保留。谁属于哪一类，始终在保密部分里。" />
      </Card>
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Screen>
  );
}
