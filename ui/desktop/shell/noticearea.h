#pragma once

#include "ui/widgets/banner.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace keyway {

/// A banner of the window, by what it is about.
struct Notice {
    /// In the order of importance, the most important first.
    enum class Rank {
        SpendingStopped,
        RecordCheckFailed,
        KeychainLocked,
        Offline,
        ServiceDown,
        ServerUnreachable,
        Demo,
        Information
    };
    struct Button {
        QString id;
        QString text;
        ButtonKind kind = ButtonKind::Secondary;
    };

    QString id; ///< showing a notice again with the same id changes it
    Rank rank = Rank::Information;
    Banner::Level level = Banner::Level::Info;
    QString icon; ///< instead of the level's
    QString title, text;
    QList<Button> buttons;
    bool closable = false;
};

/// Shows the most important notice, and the others when asked for.
class NoticeArea : public QWidget {
    Q_OBJECT
public:
    explicit NoticeArea(QWidget *parent = nullptr);

    void post(const Notice &notice);
    void remove(const QString &id);
    bool has(const QString &id) const;
    /// In the order of importance.
    const QList<Notice> &notices() const { return m_notices; }
    /// A filled button is among those that can be seen.
    bool showsPrimary() const;
    void setSideMargin(int pixels);

Q_SIGNALS:
    void buttonClicked(const QString &noticeId, const QString &buttonId);
    /// The user put it away; it is gone already.
    void closed(const QString &noticeId);
    void changed();

private:
    void rebuild();
    Banner *makeBanner(const Notice &notice);

    QList<Notice> m_notices;
    QVBoxLayout *m_column;
    bool m_expanded = false;
};

} // namespace keyway
