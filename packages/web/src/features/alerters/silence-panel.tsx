/** "Why did I not get a message?": what may be the reason, the likeliest first. */
import { Panel } from '../../components/panel.tsx';
import styles from './alerters.module.css';
import { type Situation, silenceReasons } from './silence.ts';

export function SilencePanel(situation: Situation) {
  return (
    <Panel title="If a message did not come">
      <ul className={styles['reasons']}>
        {silenceReasons(situation).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Panel>
  );
}
