#pragma once

#include "ui/desktop/limits/limitsvalues.h"
#include "ui/theme/token.h"
#include "ui/widgets/cardframe.h"

#include <functional>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace keyway {

class CountBadge;
class TextLabel;

/// What the user wants to know, one below the other: limits near their end, what was unusual, and
/// below it what they know already.
class AlertsPanel : public CardFrame {
    Q_OBJECT
public:
    explicit AlertsPanel(QWidget *parent = nullptr);
    void setValue(const LimitsValue &value);
    /// Whether the desktop can show messages at all, and whether the user wants them.
    void setDesktop(bool available, bool wanted);

    QPushButton *seenButton() const { return m_seen; }
    QCheckBox *desktopBox() const { return m_desktop; }

Q_SIGNALS:
    void changeRequested(const keyway::guard::SpendingLimit &limit);
    /// "That was me."
    void ownRequested(const keyway::Id &alert);
    void seenRequested();
    void desktopChosen(bool wanted);

private:
    /// One of them as it is shown.
    struct Shown {
        QString icon;
        Token color;
        QString title;
        QString text;
        QString when;
        QString button; ///< empty: nothing is left to be done
        std::function<void()> act;
        bool known = false;
        QString changes = {}; ///< what `act` does depends on beside the words
    };
    Shown shownLimit(const LimitAlert &alert);
    Shown shownAlert(const guard::Alert &alert, const QDateTime &now);
    QWidget *makeAlert(const Shown &alert);
    void insert(QWidget *part);

    CountBadge *m_count;
    QPushButton *m_seen;
    TextLabel *m_nothing;
    QVBoxLayout *m_column;
    QCheckBox *m_desktop;
    QList<QWidget *> m_parts;
    QStringList m_said; ///< they are made anew only where they say something else
};

} // namespace keyway
