#pragma once

#include "ui/widgets/paintedwidget.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <chrono>
#include <functional>

class QPushButton;

namespace keyway {

class ElidedLabel;

/// The line at the bottom of a window that offers to take back what was just done. It stays ten
/// seconds, and as long as the pointer or the focus is on it. A second offer carries the first one
/// out.
class UndoMessage : public PaintedWidget {
    Q_OBJECT
public:
    /// Floats above the lower edge of `host`, whose size it follows.
    explicit UndoMessage(QWidget *host);
    ~UndoMessage() override;

    /// Exactly one of the two is called, once, unless `context` is gone by then: `undo` when the
    /// user takes it back, `carryOut` when the time is over, another offer comes or the window
    /// goes.
    void offer(const QString &text, QObject *context, std::function<void()> undo,
               std::function<void()> carryOut = {});
    bool isOffering() const { return m_offering; }
    QString text() const;

    /// Room to leave at the bottom of the host, for a status bar.
    void setBottomMargin(int pixels);
    /// Ten seconds; tests shorten it.
    void setDuration(std::chrono::milliseconds duration) { m_duration = duration; }

    QString spokenText() const override { return text(); }

public Q_SLOTS:
    void undo();
    void carryOut();

Q_SIGNALS:
    void offeringChanged(bool offering);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void finish(const std::function<void()> &call);
    void pauseOrGoOn();
    void place();

    ElidedLabel *m_text;
    QPushButton *m_button;
    QTimer m_timer;
    std::chrono::milliseconds m_duration{10'000};
    std::chrono::milliseconds m_left{0};
    int m_bottomMargin = 0;
    bool m_offering = false;
    QPointer<QObject> m_context;
    std::function<void()> m_undo, m_carryOut;
};

} // namespace keyway
