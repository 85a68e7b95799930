import { useState } from 'react';
import { ROLES, type Role } from '../../../../../domain/access/roles';
import type { Duty } from '../../../../../domain/regulation/duty.schema';
import { OWNERS } from '../../../../../domain/regulation/owed';
import { type SubjectCounts, sayEffect } from '../../../../../domain/regulation/say-cadence';
import { Button } from '../../../../components/button';
import { OneOf } from '../../../../components/choices';
import { Part } from '../../../../components/part';
import { Sheet } from '../../../../components/sheet';
import { CadenceFields, NumberOf } from './cadence-fields';

/** Duties for these differ from grade to grade in how much they come to. */
const BY_GRADE: readonly Duty['forWhom'][] = ['class', 'student', 'mentee', 'child'];

/** What a duty amounts to: grade by grade where it is for classes, and for the whole school. */
function sayEffects(duty: Duty, { grades, counts }: Pick<DutySheetProps, 'grades' | 'counts'>) {
  const parts = BY_GRADE.includes(duty.forWhom) && grades.length > 1 ? grades : [];
  return [...parts, counts].map((part) => sayEffect(duty, part)).join('\n');
}

interface DutySheetProps {
  duty: Duty;
  counts: SubjectCounts;
  grades: readonly SubjectCounts[];
  onDone(duty: Duty): void;
  onClose(): void;
}

/** Who, how often, and what that amounts to, before anything is stored. */
export function DutySheet({ duty, counts, grades, onDone, onClose }: DutySheetProps) {
  const [draft, setDraft] = useState(duty);
  const put = (change: Partial<Duty>) => setDraft({ ...draft, ...change });
  const done = () => {
    onDone(draft);
    onClose();
  };
  const owners = [...new Set([...OWNERS[duty.forWhom], duty.who])];
  const { cadence } = draft;
  const isEmpty = cadence.kind === 'termPoints' && cadence.points.length === 0;
  return (
    <Sheet
      title={duty.title}
      footer={<Button kind="main" text="好了" isDisabled={isEmpty} onTap={done} />}
      onClose={onClose}
    >
      <Part label="依据" text={[duty.clause, duty.note].filter(Boolean).join('：')} />
      <OneOf<'on' | 'off'>
        label="用不用"
        choices={[
          ['on', '启用'],
          ['off', '停用'],
        ]}
        initial={draft.isOn ? 'on' : 'off'}
        onChoose={(key) => put({ isOn: key === 'on' })}
      />
      {owners.length > 1 && (
        <OneOf<Role>
          label="由谁负责"
          choices={owners.map((role) => [role, ROLES[role]] as const)}
          initial={draft.who}
          onChoose={(who) => put({ who })}
        />
      )}
      <CadenceFields
        cadence={cadence}
        stored={duty.cadence}
        onChange={(next) => put({ cadence: next })}
      />
      <NumberOf
        label="几次"
        numbers={[1, 2, 3, 4]}
        chosen={draft.count}
        say={(count) => `${count} 次`}
        onChoose={(count) => put({ count })}
      />
      <NumberOf
        label="到期前什么时候开始提醒"
        numbers={[0, 2, 3, 5, 7, 14, 21, 30]}
        chosen={draft.warnDays}
        say={(days) => (days === 0 ? '当天' : `${days} 天前`)}
        onChoose={(warnDays) => put({ warnDays })}
      />
      <Part label="合起来" text={draft.isOn ? sayEffects(draft, { counts, grades }) : '不再要求'} />
    </Sheet>
  );
}
