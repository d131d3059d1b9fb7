#pragma once

#include <QtCore/QTimer>

#include <functional>

class QWidget;

namespace keyway {

/// Reads again what a page shows when something has moved: once for several changes, and for a page
/// that is out of sight when it is shown again. GUI thread.
class PageRefresh : public QObject {
    Q_OBJECT
public:
    /// `read` is called for the page, which outlives this.
    PageRefresh(QWidget *page, std::function<void()> read, QObject *parent);

    /// At once; what has moved until then is in it.
    void now();
    /// Something moved.
    void soon();
    /// How long changes are gathered; tests shorten it.
    void setDelay(int milliseconds) { m_timer.setInterval(milliseconds); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_page;
    std::function<void()> m_read;
    QTimer m_timer;
    bool m_stale = false;
};

} // namespace keyway
