import { useState } from 'react';
import { MAX_CAMPUSES, MAX_LABEL } from '../../../../../domain/school/structure.schema';
import { Button } from '../../../../components/button';
import { useDraft } from '../../../../components/edit/use-draft';
import { sayFailure } from '../../../../components/failure';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { newId } from '../../../../platform/id';
import { refetchShown } from '../../../../platform/query';
import { useWriteId } from '../../../../platform/use-api';
import { type SchoolStructure, useReviseSchool } from '../../staff.queries';

interface NamesSheetProps {
  school: SchoolStructure;
  onClose(): void;
}

type Names = Pick<SchoolStructure, 'name' | 'campuses' | 'officeNames'> & {
  divisions: { id: string; label: string }[];
};

const namesOf = ({ name, campuses, officeNames, divisions }: SchoolStructure): Names => ({
  ...{ name, campuses, officeNames },
  divisions: divisions.map(({ id, ownLabel }) => ({ id, label: ownLabel })),
});

const readNames = (found: unknown): Names | null =>
  Array.isArray((found as Partial<Names> | null)?.campuses) ? (found as Names) : null;

/** What the school, its campuses, divisions and offices are called. */
export function NamesSheet({ school, onClose }: NamesSheetProps) {
  const draft = useDraft(`school names ${school.rev}`, readNames);
  const [names, setNames] = useState<Names>(draft.restored ?? namesOf(school));
  const { mutate, isPending, error } = useReviseSchool();
  const writeIdOf = useWriteId();
  const set = (change: Partial<Names>) => {
    const next = { ...names, ...change };
    setNames(next);
    draft.keep(next);
  };
  const renamed = <T extends { id: string; label: string }>(all: T[], id: string, label: string) =>
    all.map((one) => (one.id === id ? { ...one, label } : one));
  const save = () => {
    const content = { rev: school.rev, ...names };
    mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess: () => {
          draft.drop();
          refetchShown();
          showToast({ text: '已保存' });
          onClose();
        },
      },
    );
  };
  return (
    <Sheet
      title="改名称"
      footer={<Button kind="main" text="保存" isBusy={isPending} onTap={save} />}
      onClose={onClose}
    >
      <TextField label="学校名称" max={30} initial={names.name} onInput={(name) => set({ name })} />
      {names.campuses.map(({ id, label }, index) => (
        <TextField
          key={id}
          label={`校区 ${index + 1}`}
          max={MAX_LABEL}
          initial={label}
          onInput={(typed) => set({ campuses: renamed(names.campuses, id, typed) })}
        />
      ))}
      {names.campuses.length < MAX_CAMPUSES && (
        <Button
          kind="link"
          text="再加一个校区"
          onTap={() => set({ campuses: [...names.campuses, { id: newId(), label: '' }] })}
        />
      )}
      <TextField
        label="管德育和学生的处室"
        max={MAX_LABEL}
        initial={names.officeNames.studentAffairsOffice}
        onInput={(typed) =>
          set({ officeNames: { ...names.officeNames, studentAffairsOffice: typed } })
        }
      />
      <TextField
        label="管教学的处室"
        max={MAX_LABEL}
        initial={names.officeNames.academicAffairsOffice}
        onInput={(typed) =>
          set({ officeNames: { ...names.officeNames, academicAffairsOffice: typed } })
        }
      />
      <Notice text="级部不写名称，就按年级叫。" />
      {school.divisions.map(({ id, label }) => (
        <TextField
          key={id}
          label={`${label}的级部`}
          placeholder={label}
          max={MAX_LABEL}
          initial={names.divisions.find((one) => one.id === id)?.label ?? ''}
          onInput={(typed) => set({ divisions: renamed(names.divisions, id, typed) })}
        />
      ))}
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
