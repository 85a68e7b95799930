import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip, Chips } from '../../../../components/chip';
import { OpenNoteSheet } from '../../../../sheets/sealed-note/open-note-sheet';
import { SealedLine } from '../../../../sheets/sealed-note/sealed-line';
import type { OpenedNote } from '../../../../sheets/sealed-note/sealed-note.queries';
import type { ClassLedger } from '../../class-ledger.queries';

/** The category rows: names where they are open; sealed ones stay shut until opened with a reason. */
export function CategoriesCard({ ledger }: { ledger: ClassLedger }) {
  const { categories, sealedCategories, lines, may } = ledger;
  const [isAsking, setIsAsking] = useState(false);
  const [note, setNote] = useState<OpenedNote | null>(null);
  const sealed = categories.filter(({ isSealed }) => isSealed);
  const names = new Map(lines.map(({ studentId, name }) => [studentId, name]));
  const namesIn = (key: string) =>
    (note?.rows[key] ?? []).map((id) => ({ id, name: names.get(id) ?? '已转走' }));
  return (
    <Card title="学生类别">
      {categories
        .filter(({ isSealed }) => !isSealed)
        .map(({ key, label, students }) => (
          <CategoryRow key={key} label={label} students={students} />
        ))}
      {note &&
        sealed.map(({ key, label }) => (
          <CategoryRow key={key} label={label} students={namesIn(key)} />
        ))}
      {note && <Text className="ledger-note">保密类别的这次打开已记录。</Text>}
      {!note && sealed.length > 0 && (
        <View className="category">
          <SealedLine
            text={saySealed(
              sealed.map(({ label }) => label),
              sealedCategories.exists,
              may.openSealed,
            )}
            action={
              sealedCategories.exists &&
              may.openSealed && <Button text="打开" onTap={() => setIsAsking(true)} />
            }
          />
        </View>
      )}
      {isAsking && (
        <OpenNoteSheet
          noteId={sealedCategories.noteId}
          onOpened={setNote}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Card>
  );
}

function saySealed(labels: string[], exists: boolean, mayOpen: boolean): string {
  const list = labels.join('、');
  if (!exists) return `${list}：保密类别，还没有填`;
  return mayOpen ? `${list}：保密，打开时写明理由` : `${list}：保密，需要时请找班主任`;
}

interface CategoryRowProps {
  label: string;
  students: readonly { id: string; name: string }[];
}

function CategoryRow({ label, students }: CategoryRowProps) {
  return (
    <View className="category">
      <Text className="category-label">{`${label} · ${students.length} 人`}</Text>
      <Chips>
        {students.map(({ id, name }) => (
          <Chip key={id} text={name} />
        ))}
      </Chips>
    </View>
  );
}
