#pragma once

#include <QtWidgets/QWidget>

namespace keyway {

class Divider;
class StatusEntry;

/// What the status bar shows. Amounts are formatted already; an empty one is not shown.
struct StatusLine {
    enum class Keychain { Unknown, Unlocked, Locked, Unavailable };

    Keychain keychain = Keychain::Unknown;
    QString keychainWords; ///< instead of the usual ones, where there is room
    QString sync; ///< how sending records stands; empty: nobody is signed in
    bool syncWrong = false;
    int services = 0; ///< integrations that are switched on
    int ready = 0; ///< of them, that could answer now
    QString today;
    QString month; ///< its name
    QString cost, fee, total;
    QString spoken; ///< the money in words, for screen readers
};

enum class StatusPart { Keychain, Sync, Services, Money };

/// The status bar, 28 px: flat buttons, one stop for Tab with the arrow keys inside.
class StatusStrip : public QWidget {
    Q_OBJECT
public:
    explicit StatusStrip(QWidget *parent = nullptr);
    void setLine(const StatusLine &line);
    /// Below 1000 px: short words, and only the sums.
    void setNarrow(bool narrow);

Q_SIGNALS:
    void activated(StatusPart part);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    QList<StatusEntry *> shown() const;
    void keepOneStop(const StatusEntry *stop);

    StatusLine m_line;
    bool m_narrow = false;
    StatusEntry *m_keychain, *m_services, *m_today, *m_month;
    Divider *m_divider;
    StatusEntry *m_sync;
};

} // namespace keyway
