import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { TIMELINE_KINDS } from '../../../../../domain/timeline/timeline.schema';
import { Button } from '../../../../components/button';
import { sayWhen } from '../../../../platform/when';
import { OpenNoteSheet } from '../../../../sheets/sealed-note/open-note-sheet';
import { SealedLine } from '../../../../sheets/sealed-note/sealed-line';
import type { OpenedNote } from '../../../../sheets/sealed-note/sealed-note.queries';
import type { TimelineItem } from '../../student.queries';
import './timeline.scss';

interface TimelineRowProps {
  item: TimelineItem;
  /** Who can be asked about what is sealed. */
  askWhom: string;
}

/** One line of the file. */
export function TimelineRow({ item, askWhom }: TimelineRowProps) {
  const { kind, at, title, excerpt, isSealed, byName } = item;
  return (
    <View className="timeline-item">
      <Text className="timeline-when">
        {[sayWhen(at), TIMELINE_KINDS[kind], byName].join(' · ')}
      </Text>
      {isSealed ? (
        <Sealed noteId={item.noteId} askWhom={askWhom} />
      ) : (
        <>
          <Text className="timeline-title">{title}</Text>
          {excerpt !== '' && <Text className="timeline-excerpt">{excerpt}</Text>}
        </>
      )}
    </View>
  );
}

/** Its presence is no secret; its words are opened with a reason. */
function Sealed({ noteId, askWhom }: { noteId: string | null; askWhom: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const [note, setNote] = useState<OpenedNote | null>(null);
  if (note) return <Text className="timeline-title">{note.text || '(空白)'}</Text>;
  return (
    <>
      <SealedLine
        text={noteId === null ? `一条保密记录,需要时请找${askWhom}` : '一条保密记录'}
        action={noteId !== null && <Button text="打开" onTap={() => setIsAsking(true)} />}
      />
      {isAsking && noteId !== null && (
        <OpenNoteSheet noteId={noteId} onOpened={setNote} onClose={() => setIsAsking(false)} />
      )}
    </>
  );
}
