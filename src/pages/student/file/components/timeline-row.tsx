import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { TIMELINE_KINDS } from '../../../../../domain/timeline/timeline.schema';
import { Button } from '../../../../components/button';
import { Icon } from '../../../../components/icon';
import { Tap } from '../../../../components/tap';
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
  /** Opens the record itself, where there is a page of it for the reader. */
  onOpen?: (() => void) | undefined;
}

/** One line of the file. */
export function TimelineRow({ item, askWhom, onOpen }: TimelineRowProps) {
  const { kind, at, title, excerpt, isSealed, byName } = item;
  const content = (
    <>
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
    </>
  );
  if (!onOpen || isSealed) return <View className="timeline-item">{content}</View>;
  return (
    <Tap
      className="timeline-item timeline-link"
      label={`${TIMELINE_KINDS[kind]}，${title}`}
      onTap={onOpen}
    >
      <View className="timeline-words">{content}</View>
      <Icon name="more" />
    </Tap>
  );
}

/** Its presence is no secret; its words are opened with a reason. */
function Sealed({ noteId, askWhom }: { noteId: string | null; askWhom: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const [note, setNote] = useState<OpenedNote | null>(null);
  if (note) return <Text className="timeline-title">{note.text || '（空白）'}</Text>;
  return (
    <>
      <SealedLine
        text={noteId === null ? `一条保密记录，需要时请找${askWhom}` : '一条保密记录'}
        action={noteId !== null && <Button text="打开" onTap={() => setIsAsking(true)} />}
      />
      {isAsking && noteId !== null && (
        <OpenNoteSheet noteId={noteId} onOpened={setNote} onClose={() => setIsAsking(false)} />
      )}
    </>
  );
}
