package org.stillpoint.ui;

import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JSlider;
import org.stillpoint.guide.Volumes;

/** The volumes of voice, bell and tones, in a small popup. */
final class VolumePopup {
  private final JPopupMenu popup = new JPopupMenu();
  private final JSlider voice = slider("volumeVoice");
  private final JSlider bell = slider("volumeBell");
  private final JSlider tones = slider("volumeTones");
  private final JCheckBox muted = new JCheckBox("Mute");
  private final Consumer<Volumes> changed;
  private boolean showing;

  /**
   * A popup that is not open.
   *
   * @param changed receives the volumes after every change
   */
  VolumePopup(Consumer<Volumes> changed) {
    this.changed = changed;
    JPanel panel = Theme.clear("insets 10 14 10 14, gapy 6", "[]12[180!,fill]", "[][][][]");
    row(panel, "Voice", voice);
    row(panel, "Bell", bell);
    row(panel, "Breath tones", tones);
    muted.setName("muted");
    muted.addActionListener(e -> tell());
    panel.add(muted, "span 2");
    popup.add(panel);
  }

  private static JSlider slider(String name) {
    JSlider slider = new JSlider(0, Volumes.FULL, Volumes.FULL);
    slider.setName(name);
    return slider;
  }

  private void row(JPanel panel, String words, JSlider slider) {
    JLabel label = Theme.label(words, Theme.SMALL);
    label.setLabelFor(slider);
    slider.getAccessibleContext().setAccessibleName("Volume: " + words);
    slider.addChangeListener(
        e -> {
          if (!slider.getValueIsAdjusting()) {
            tell();
          }
        });
    panel.add(label);
    panel.add(slider, "wrap");
  }

  private void tell() {
    if (!showing) {
      changed.accept(
          new Volumes(voice.getValue(), bell.getValue(), tones.getValue(), muted.isSelected()));
    }
  }

  /** Shows the current volumes, without reporting a change. */
  void set(Volumes volumes) {
    showing = true;
    voice.setValue(volumes.voice());
    bell.setValue(volumes.bell());
    tones.setValue(volumes.tones());
    muted.setSelected(volumes.muted());
    showing = false;
  }

  /** Opens the popup below a button. */
  void openBelow(JComponent button) {
    popup.show(button, 0, button.getHeight() + 4);
  }

  JPopupMenu popup() {
    return popup;
  }
}
