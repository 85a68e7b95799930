import { useState } from 'react';
import { SUBJECTS } from '../../../../../domain/school/subjects';
import { MAX_SUBJECT, REACH_OF } from '../../../../../domain/staff/staff.schema';
import { Button } from '../../../../components/button';
import { OneOf, SomeOf } from '../../../../components/choices';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Sheet } from '../../../../components/sheet';
import { Switch } from '../../../../components/switch';
import type { Posting, SchoolStructure } from '../../staff.queries';
import { labelOfRole } from './say-posting';
import { SponsoredStudents } from './sponsored-students';

interface PostingSheetProps {
  posting: Posting;
  school: SchoolStructure;
  onDone(posting: Posting): void;
  /** null for one that is only being added. */
  onRemove: (() => void) | null;
  onClose(): void;
}

const asChoices = (all: readonly { id: string; label: string }[]) =>
  all.map(({ id, label }) => [id, label] as const);

/** What belongs to a role: its subject and classes, its divisions, whom a leader stands for. */
export function PostingSheet({ posting, school, onDone, onRemove, onClose }: PostingSheetProps) {
  const [draft, setDraft] = useState(posting);
  const set = (change: Partial<Posting>) => setDraft({ ...draft, ...change });
  const reach = REACH_OF[draft.role];
  const classes = school.classes.filter(({ isClosed }) => !isClosed);
  const hasClasses = reach === 'classes' || reach === 'sponsored';
  const hasDivisions = reach === 'divisions' || reach === 'sponsored';
  return (
    <Sheet
      title={labelOfRole(draft.role, school)}
      footer={
        <>
          {reach !== 'none' && (
            <Button
              kind="main"
              text="好了"
              isDisabled={!isComplete(draft)}
              onTap={() => onDone({ ...draft, subject: draft.subject.trim() })}
            />
          )}
          {onRemove && <Button kind="link" text="去掉这个身份" onTap={onRemove} />}
        </>
      }
      onClose={onClose}
    >
      {reach === 'none' && <Notice text="这个身份看得到全校，不用再选。" />}
      {draft.role === 'subjectTeacher' && (
        <>
          <OneOf
            label="教什么"
            choices={SUBJECTS.map((subject) => [subject, subject] as const)}
            initial={draft.subject}
            onChoose={(subject) => set({ subject })}
          />
          <TextField
            label="别的学科"
            max={MAX_SUBJECT}
            initial={SUBJECTS.some((one) => one === draft.subject) ? '' : draft.subject}
            onInput={(subject) => set({ subject })}
          />
        </>
      )}
      {reach === 'sponsored' && (
        <Row
          title="包靠全校"
          note="看得到每个级部、每个班"
          aside={
            <Switch
              label="包靠全校"
              isOn={draft.isWholeSchool}
              onSwitch={(isWholeSchool) => set({ isWholeSchool })}
            />
          }
        />
      )}
      {hasDivisions && (
        <SomeOf
          label="级部"
          choices={asChoices(school.divisions)}
          initial={draft.divisionIds}
          onChoose={(divisionIds) => set({ divisionIds })}
        />
      )}
      {hasClasses && (
        <SomeOf
          label="班级"
          choices={asChoices(classes)}
          initial={draft.classIds}
          onChoose={(classIds) => set({ classIds })}
        />
      )}
      {reach === 'sponsored' && (
        <SponsoredStudents
          classes={classes}
          chosenIds={draft.studentIds}
          onChoose={(studentIds) => set({ studentIds })}
        />
      )}
    </Sheet>
  );
}

function isComplete({ role, classIds, divisionIds, subject }: Posting): boolean {
  if (REACH_OF[role] === 'classes' && classIds.length === 0) return false;
  if (REACH_OF[role] === 'divisions' && divisionIds.length === 0) return false;
  return role !== 'subjectTeacher' || subject.trim() !== '';
}
