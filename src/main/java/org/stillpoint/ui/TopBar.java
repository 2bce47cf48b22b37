package org.stillpoint.ui;

import java.awt.Component;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;
import org.stillpoint.serial.PortInfo;

/** The top of the window: name, sensor, connection, volume, look and safety. */
final class TopBar {
  /** What the person can do in the bar. */
  interface TopBarActions {
    /** The person wants to connect, to disconnect, or to give up connecting. */
    void connection();

    /** The person wants to see the volumes, below the button. */
    void volume(JButton below);

    /** The person wants the other look. */
    void theme();

    /** The person wants to read the safety text. */
    void safety();
  }

  private final JPanel panel =
      Theme.clear(
          "insets 14 24 10 24, fillx, gap 0",
          "[]28[160:380:380,fill]10[120!,fill]14:push[]8[]8[]",
          "[34!]6[18!]");
  private final JComboBox<SensorChoice> sensor = new JComboBox<>();
  private final JButton connect = new JButton("Connect");
  private final JButton theme = new JButton("Dark");
  private final JLabel status = Theme.label(" ", Theme.MUTED);
  private final Supplier<List<PortInfo>> ports;
  private List<SensorChoice> choices = List.of();

  TopBar(Supplier<List<PortInfo>> ports, String last, TopBarActions wishes) {
    this.ports = ports;
    JLabel name = Theme.label("Stillpoint", "font: +7 $semibold.font");
    name.setIcon(new AppIcon(30));
    name.setIconTextGap(12);
    JButton safety = new JButton("Safety");
    JButton volume = new JButton("Volume");
    sensor.setName("sensor");
    connect.setName("connect");
    theme.setName("theme");
    safety.setName("safety");
    volume.setName("volume");
    status.setName("status");
    sensor.setEditable(true);
    sensor.getAccessibleContext().setAccessibleName("Sensor: a port, or the virtual person");
    sensor.setToolTipText("Choose a port or the virtual person, or type a path");
    connect.setMnemonic('C');
    theme.setMnemonic('D');
    safety.setMnemonic('F');
    volume.setMnemonic('V');
    connect.addActionListener(e -> wishes.connection());
    volume.addActionListener(e -> wishes.volume(volume));
    theme.addActionListener(e -> wishes.theme());
    safety.addActionListener(e -> wishes.safety());
    sensor.addPopupMenuListener(new Refresher());
    panel.add(name, "span 1 2, aligny center");
    panel.add(sensor, "wmin 160, growx, growy");
    panel.add(connect, "growy");
    panel.add(volume, "growy, w 84!");
    panel.add(theme, "growy, w 76!");
    panel.add(safety, "growy, w 82!, wrap");
    panel.add(status, "skip 1, span 5, wmin 0, growx");
    refresh();
    sensor.setSelectedItem(SensorPresenter.first(last, choices));
    Component field = sensor.getEditor().getEditorComponent();
    field.getAccessibleContext().setAccessibleName("Port of the sensor, or the virtual person");
    sensor
        .getEditor()
        .addActionListener(
            e -> {
              if (connect.isEnabled() && sensor.isEnabled()) {
                wishes.connection();
              }
            });
  }

  /** Lists the ports again whenever the list opens, since they change. */
  private final class Refresher implements PopupMenuListener {
    @Override
    public void popupMenuWillBecomeVisible(PopupMenuEvent e) {
      refresh();
    }

    @Override
    public void popupMenuWillBecomeInvisible(PopupMenuEvent e) {}

    @Override
    public void popupMenuCanceled(PopupMenuEvent e) {}
  }

  private void refresh() {
    List<SensorChoice> now = SensorPresenter.choices(ports.get());
    if (!now.equals(choices)) {
      Object kept = sensor.getEditor().getItem();
      choices = now;
      sensor.removeAllItems();
      now.forEach(sensor::addItem);
      sensor.setSelectedItem(kept);
    }
  }

  /** The specification of the sensor that is chosen or typed; empty if none is. */
  String spec() {
    return SensorPresenter.spec(String.valueOf(sensor.getEditor().getItem()), choices);
  }

  void status(StatusView view) {
    if (!view.words().equals(status.getText())) {
      status.setText(view.words());
      status.setToolTipText(view.words());
    }
    status.setIcon(new Dot(view.tone()));
    Theme.style(status, Theme.of(view.tone()));
  }

  /**
   * Sets what the connect button does.
   *
   * @param free whether it is enabled; not during a session, which has to be stopped first
   */
  void connection(Link.LinkState state, boolean free) {
    connect.setText(
        switch (state) {
          case IDLE -> "Connect";
          case CONNECTING -> "Cancel";
          case CONNECTED -> "Disconnect";
        });
    connect.setMnemonic('C');
    connect.setEnabled(free);
    sensor.setEnabled(free && state == Link.LinkState.IDLE);
    connect.setToolTipText(free ? null : "Stop the session first");
  }

  /** Offers the other look. */
  void look(boolean dark) {
    theme.setText(dark ? "Light" : "Dark");
    theme.setToolTipText(dark ? "Switch to the light look" : "Switch to the dark look");
  }

  JButton connect() {
    return connect;
  }

  JPanel panel() {
    return panel;
  }
}
