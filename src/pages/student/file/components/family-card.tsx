import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayWhen } from '../../../../platform/when';
import { OpenNoteSheet } from '../../../../sheets/sealed-note/open-note-sheet';
import { SealedLine } from '../../../../sheets/sealed-note/sealed-line';
import type { OpenedNote } from '../../../../sheets/sealed-note/sealed-note.queries';
import type { StudentLine } from '../../student.queries';

interface FamilyCardProps {
  family: StudentLine['sealedFamily'];
  mayOpen: boolean;
}

/** That a sealed note exists is no secret; what it says is opened with a reason. */
export function FamilyCard({ family: { noteId, exists, askWhom }, mayOpen }: FamilyCardProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [note, setNote] = useState<OpenedNote | null>(null);
  if (!exists) return null;
  return (
    <Card title="家庭情况">
      {note ? (
        <View className="line-part">
          <Text className="line-text">{note.text || '（空白）'}</Text>
          <Text className="line-label">
            {`${note.updatedByName} · ${sayWhen(note.updatedAt)} · 这次打开已记录`}
          </Text>
        </View>
      ) : (
        <SealedLine
          text={mayOpen ? '有 1 条保密记录' : `有 1 条保密记录，需要时请找${askWhom}`}
          action={mayOpen && <Button text="打开" onTap={() => setIsAsking(true)} />}
        />
      )}
      {isAsking && (
        <OpenNoteSheet noteId={noteId} onOpened={setNote} onClose={() => setIsAsking(false)} />
      )}
    </Card>
  );
}
