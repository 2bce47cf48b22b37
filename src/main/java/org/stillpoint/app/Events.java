package org.stillpoint.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.stillpoint.hrv.HrvMetrics;
import org.stillpoint.hrv.RhythmMetrics;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SensorState;
import org.stillpoint.relax.Baseline;
import org.stillpoint.relax.RelaxationIndex;
import org.stillpoint.relax.Settling;
import org.stillpoint.rr.RrInterval;
import org.stillpoint.signal.EnumWords;

/** Prints events as JSON, one object per line. An absent number is null. */
final class Events implements Consumer<RecordingEvent> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrintWriter out;

  Events(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void accept(RecordingEvent event) {
    ObjectNode line = line(event);
    if (line != null) {
      out.println(line);
      out.flush();
    }
  }

  private static @org.jspecify.annotations.Nullable ObjectNode line(RecordingEvent event) {
    if (event instanceof RecordingEvent.BeatSeen seen) {
      return beat(seen);
    } else if (event instanceof RecordingEvent.IndexStep step) {
      return index(step.index());
    } else if (event instanceof RecordingEvent.SensorSeen seen) {
      return signal(seen);
    } else if (event instanceof RecordingEvent.BaselineTaken taken) {
      return baseline(taken);
    } else if (event instanceof RecordingEvent.StageBegan began) {
      return object("stage", began.timeNanos())
          .put("stage", began.stage().stageId())
          .put("title", began.stage().title())
          .put("role", EnumWords.word(began.stage().role()))
          .put("plannedSeconds", began.stage().plannedSeconds());
    } else if (event instanceof RecordingEvent.Prompted prompted) {
      return object("prompt", prompted.timeNanos())
          .put("stage", prompted.prompt().stageId())
          .put("id", prompted.prompt().id())
          .put("kind", EnumWords.word(prompted.prompt().kind()))
          .put("text", prompted.prompt().text())
          .put("seconds", prompted.prompt().lengthSeconds());
    } else if (event instanceof RecordingEvent.Decided decided) {
      return decision(decided);
    } else if (event instanceof RecordingEvent.PacerChanged changed) {
      ObjectNode line = object("pacer", changed.timeNanos());
      put(line, "breathsPerMinute", changed.perMinute());
      return line.put("why", changed.why());
    } else if (event instanceof RecordingEvent.BreathPaced paced) {
      return object("breath", paced.timeNanos())
          .put("inhaleSeconds", paced.breath().inhaleSeconds())
          .put("exhaleSeconds", paced.breath().exhaleSeconds());
    } else if (event instanceof RecordingEvent.ResonanceRated rated) {
      return resonance(rated);
    } else if (event instanceof RecordingEvent.GapSeen seen) {
      return object("gap", seen.timeNanos())
          .put("seconds", seen.gap().seconds())
          .put("cause", EnumWords.word(seen.gap().cause()));
    } else if (event instanceof RecordingEvent.FaultSeen seen) {
      return object("fault", seen.timeNanos())
          .put("what", EnumWords.word(seen.fault()))
          .put("count", seen.count());
    } else if (event instanceof RecordingEvent.LineChanged changed) {
      return object("line", changed.timeNanos()).put("connected", changed.there());
    } else if (event instanceof RecordingEvent.Moved moved) {
      return object("moved", moved.timeNanos()).put("how", EnumWords.word(moved.how()));
    } else if (event instanceof RecordingEvent.PauseChanged changed) {
      return object("pause", changed.timeNanos()).put("paused", changed.paused());
    } else if (event instanceof RecordingEvent.Recognised found) {
      return object("sensor", found.timeNanos()).put("protocol", found.protocol().name());
    } else if (event instanceof RecordingEvent.Ended ended) {
      return end(ended);
    }
    return null;
  }

  private static ObjectNode object(String type, long timeNanos) {
    return JSON.createObjectNode().put("type", type).put("timeSeconds", timeNanos / 1e9);
  }

  private static ObjectNode decision(RecordingEvent.Decided decided) {
    return object("decision", decided.timeNanos())
        .put("state", EnumWords.word(decided.decision().state()))
        .put("changed", decided.decision().changed())
        .put("applied", decided.decision().applied())
        .put("silenceFactor", decided.decision().gains().silenceFactor())
        .put("speechFactor", decided.decision().gains().speechFactor())
        .put("voiceDecibels", decided.decision().gains().voiceDecibels())
        .put("remark", EnumWords.word(decided.decision().remark()))
        .put("reason", decided.decision().reason());
  }

  private static ObjectNode beat(RecordingEvent.BeatSeen seen) {
    RrInterval interval = seen.interval();
    ObjectNode line = object("beat", seen.timeNanos());
    if (interval == null) {
      line.putNull("rrMillis").putNull("label");
    } else {
      line.put("rrMillis", interval.millis()).put("label", EnumWords.word(interval.label()));
    }
    return line.put("quality", seen.quality());
  }

  private static ObjectNode index(RelaxationIndex index) {
    HrvMetrics metrics = index.metrics();
    ObjectNode line = object("index", index.timeNanos());
    put(line, "index", index.value());
    put(line, "zHr", index.zHr());
    put(line, "zV", index.zV());
    put(line, "heartRateAnchor", index.heartRateAnchor());
    put(line, "anchor", index.anchor());
    put(line, "heartRate", metrics.heartRate());
    put(line, "rmssdMillis", metrics.rmssdMillis());
    put(line, "lnRmssd", metrics.lnRmssd());
    put(line, "sdnnMillis", metrics.sdnnMillis());
    RhythmMetrics rhythms = metrics.rhythms();
    put(line, "breathsPerMinute", rhythms.breathsPerMinute());
    line.put("breathConfidence", rhythms.breathConfidence());
    put(line, "coherence", rhythms.coherence());
    put(line, "rsaPerMinute", rhythms.rsaPerMinute());
    put(line, "hfMillis2", rhythms.hfMillis2());
    put(line, "lfMillis2", rhythms.lfMillis2());
    line.put("quality", metrics.quality().q());
    line.put("irregular", metrics.quality().irregular());
    put(line, "linePerMinute", rhythms.linePerMinute());
    line.put("lineShare", rhythms.lineShare());
    line.put("regime", EnumWords.word(index.regime()));
    index.value().ifPresent(value -> line.put("words", Settling.of(value).words()));
    share(line, index.variabilityShare());
    return line;
  }

  /** How much of the index is heart rate and how much variability; null if neither is. */
  private static void share(ObjectNode line, OptionalDouble variability) {
    if (variability.isEmpty()) {
      line.putNull("share");
    } else {
      line.putObject("share")
          .put("heartRate", 1 - variability.getAsDouble())
          .put("variability", variability.getAsDouble());
    }
  }

  private static ObjectNode signal(RecordingEvent.SensorSeen seen) {
    SensorState state = seen.state();
    ObjectNode line = object("signal", seen.timeNanos());
    put(line, "rateHz", state.rateHz());
    put(line, "driftPpm", state.driftPpm());
    line.put("lostSamples", state.lostSamples()).put("gapSeconds", state.gapSeconds());
    line.put("placement", EnumWords.word(state.placement()));
    return state.advice().isEmpty() ? line.putNull("advice") : line.put("advice", state.advice());
  }

  private static ObjectNode baseline(RecordingEvent.BaselineTaken taken) {
    Baseline baseline = taken.baseline();
    ObjectNode line = object("baseline", taken.timeNanos());
    line.put("heartRate", baseline.heartRate())
        .put("heartRateSpread", baseline.heartRateSpread())
        .put("lnRmssd", baseline.lnRmssd())
        .put("lnRmssdSpread", baseline.lnRmssdSpread())
        .put("windows", baseline.windows())
        .put("provisional", baseline.provisional())
        .put("arriving", baseline.arriving())
        .put("freshHeartRate", baseline.freshHeartRate())
        .put("freshLnRmssd", baseline.freshLnRmssd())
        .put("earlierSessions", baseline.sessions());
    put(line, "breathsPerMinute", baseline.breathsPerMinute());
    return line;
  }

  private static ObjectNode resonance(RecordingEvent.ResonanceRated rated) {
    ObjectNode line =
        object("resonance", rated.timeNanos())
            .put("place", rated.place())
            .put("breathsPerMinute", rated.candidate().breathsPerMinute())
            .put("rsaPerMinute", rated.candidate().rsa().beatsPerMinute())
            .put("peakPowerMillis2", rated.candidate().peakPowerMillis2());
    put(line, "phaseDegrees", rated.candidate().phaseDegrees());
    return line;
  }

  private static ObjectNode end(RecordingEvent.Ended ended) {
    RecordingEvent.Summary summary = ended.summary();
    ObjectNode line = object("end", ended.timeNanos());
    put(line, "plannedSeconds", summary.plannedSeconds());
    line.put("outcome", EnumWords.word(summary.outcome())).put("why", summary.why());
    line.put("sessionSeconds", summary.seconds());
    put(line, "index", summary.finalIndex());
    put(line, "meanIndex", summary.meanIndex());
    summary.finalIndex().ifPresent(i -> line.put("words", Settling.of(i).words()));
    line.put("beats", summary.beats()).put("setAsideShare", summary.setAside());
    line.put("gapSeconds", summary.gapSeconds()).put("lostSamples", summary.lostSamples());
    put(line, "rateHz", summary.rateHz());
    put(line, "driftPpm", summary.driftPpm());
    return line;
  }

  /** Puts a number, or null if it is absent. */
  static void put(ObjectNode line, String key, OptionalDouble value) {
    if (value.isPresent()) {
      line.put(key, value.getAsDouble());
    } else {
      line.putNull(key);
    }
  }
}
