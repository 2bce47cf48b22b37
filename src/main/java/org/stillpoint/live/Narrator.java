package org.stillpoint.live;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.guide.Announcement;
import org.stillpoint.guide.Guide;
import org.stillpoint.guide.Sentence;
import org.stillpoint.guide.SpeechStyle;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.RecordingEvent.Outcome;
import org.stillpoint.programme.Ending;
import org.stillpoint.programme.Role;
import org.stillpoint.session.Breath;
import org.stillpoint.session.Decision;
import org.stillpoint.session.PromptCue;
import org.stillpoint.signal.Placement;

/**
 * Passes to a guide what a person with closed eyes has to hear: the stages, the prompts, a pause,
 * the state of the sensor, the end. Belongs to the monitor's thread.
 */
final class Narrator implements Consumer<RecordingEvent> {
  /**
   * Steps of five seconds without a pulse before it is announced: most fingers are back by then.
   */
  private static final int SLIPPED_STEPS = 3;

  /** The same trouble is not announced again within this time. */
  private static final long AGAIN_NANOS = 120_000_000_000L;

  private final @Nullable Guide guide;
  private final Ending ending;
  private double decibels;
  private boolean goodNight;
  private boolean resting;
  private boolean returning;
  private boolean returned;
  private int advice;
  private int withoutPulse;
  private boolean slipped;
  private boolean lineDown;
  private boolean away;
  private long slippedNanos = Long.MIN_VALUE / 2;
  private long awayNanos = Long.MIN_VALUE / 2;

  /**
   * A narrator.
   *
   * @param guide null if nothing is heard
   * @param ending a session that ends in sleep has no announcements, so that the person is not
   *     woken
   */
  Narrator(@Nullable Guide guide, Ending ending) {
    this.guide = guide;
    this.ending = ending;
  }

  @Override
  public void accept(RecordingEvent event) {
    if (guide != null) {
      tell(guide, event, event.timeNanos());
    }
  }

  private void tell(Guide to, RecordingEvent event, long now) {
    if (event instanceof RecordingEvent.StageBegan began) {
      stage(to, began.stage().role(), now);
    } else if (event instanceof RecordingEvent.Prompted prompted) {
      prompt(to, prompted.prompt(), now);
    } else if (event instanceof RecordingEvent.Decided decided) {
      decided(to, decided.decision(), now);
    } else if (event instanceof RecordingEvent.BreathPaced paced) {
      Breath breath = paced.breath();
      to.breath(now, breath.inhaleSeconds(), breath.exhaleSeconds());
    } else if (event instanceof RecordingEvent.PauseChanged changed) {
      if (changed.paused()) {
        to.paused(now);
      } else {
        to.resumed(now);
      }
    } else if (event instanceof RecordingEvent.LineChanged changed) {
      line(to, changed.there(), now);
    } else if (event instanceof RecordingEvent.SensorSeen seen) {
      placement(to, seen.state().placement(), now);
    } else if (event instanceof RecordingEvent.Ended ended) {
      Outcome outcome = ended.summary().outcome();
      if (!(outcome == Outcome.COMPLETED && (goodNight || ending == Ending.SLEEP))) {
        to.ended(now, how(outcome));
      }
    }
  }

  /** The bell; none once the person is to sleep. */
  private void stage(Guide to, Role role, long now) {
    returning = role == Role.RETURN;
    resting |= role == Role.REST;
    if (!goodNight && !(ending == Ending.SLEEP && resting)) {
      to.stage(now);
    }
  }

  /** In the return the voice comes back to its full level over two sentences. */
  private void prompt(Guide to, PromptCue prompt, long now) {
    if (returning && !prompt.text().isEmpty()) {
      decibels = returned ? 0 : decibels / 2;
      returned = true;
    }
    to.manner(new SpeechStyle(prompt.speechFactor(), decibels));
    to.prompt(now, new Sentence(prompt.id(), prompt.stageId(), prompt.text()));
  }

  private void decided(Guide to, Decision decision, long now) {
    if (!decision.applied()) {
      return;
    }
    decibels = returning ? decibels : decision.gains().voiceDecibels();
    switch (decision.remark()) {
      case GOOD_NIGHT -> goodNight = true;
      case WITHOUT_SENSOR -> advise(to, now, Announcement.WITHOUT_SENSOR);
      case SENSOR -> {
        if (!lineDown && now - slippedNanos > AGAIN_NANOS) {
          advise(to, now, Announcement.SENSOR_POOR);
        }
      }
      default -> Announcement.of(decision.remark()).ifPresent(what -> say(to, now, what));
    }
  }

  /** Asks for a look at the sensor, twice; then says once that the session does without. */
  private void advise(Guide to, long now, Announcement what) {
    advice++;
    if (advice <= Decision.MOST_ADVICE) {
      say(to, now, what);
    } else if (advice == Decision.MOST_ADVICE + 1) {
      say(to, now, Announcement.WITHOUT_SENSOR);
    }
  }

  /** Announces something, unless the person is to sleep. */
  private void say(Guide to, long now, Announcement what) {
    if (!goodNight && ending != Ending.SLEEP) {
      to.announce(now, what);
    }
  }

  /** A loose plug is announced once, and its return only if its loss was announced. */
  private void line(Guide to, boolean there, long now) {
    lineDown = !there;
    if (!there && now - awayNanos > AGAIN_NANOS) {
      away = true;
      awayNanos = now;
      say(to, now, Announcement.SENSOR_AWAY);
    } else if (there && away) {
      away = false;
      say(to, now, Announcement.SENSOR_BACK);
    }
    withoutPulse = 0;
  }

  private void placement(Guide to, Placement placement, long now) {
    boolean noPulse = placement == Placement.NO_CONTACT && !lineDown;
    withoutPulse = noPulse ? withoutPulse + 1 : 0;
    if (withoutPulse >= SLIPPED_STEPS && !slipped && now - slippedNanos > AGAIN_NANOS) {
      slipped = true;
      slippedNanos = now;
      advise(to, now, Announcement.SENSOR_SLIPPED);
    } else if (slipped && placement == Placement.GOOD) {
      slipped = false;
      say(to, now, Announcement.SENSOR_BACK);
    }
  }

  private static Announcement how(Outcome outcome) {
    return switch (outcome) {
      case COMPLETED, ENDED_GENTLY -> Announcement.COMPLETED;
      case STOPPED -> Announcement.STOPPED;
      case SENSOR_GONE, SOURCE_ENDED, FAILED -> Announcement.ENDED_EARLY;
    };
  }
}
