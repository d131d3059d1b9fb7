#include "statusstrip.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cardframe.h"

#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QHBoxLayout>

#include <cmath>

namespace keyway {

using namespace Qt::StringLiterals;

/// A flat button of the status bar: an icon and words, of which some are strong.
class StatusEntry : public QAbstractButton {
public:
    struct Run {
        QString text;
        bool strong = false;
    };

    StatusEntry(const QString &icon, QWidget *parent)
        : QAbstractButton(parent)
        , m_icon(icon)
    {
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    void setIcon(const QString &icon)
    {
        m_icon = icon;
        update();
    }
    void setRuns(const QList<Run> &runs, bool wrong = false)
    {
        m_runs = runs;
        m_wrong = wrong;
        QStringList words;
        for (const Run &run : runs) {
            words += run.text;
        }
        setText(words.join(u' '));
        updateGeometry();
        update();
    }
    QSize sizeHint() const override
    {
        qreal width = 12 + (m_icon.isEmpty() ? 0 : 20);
        for (const Run &run : m_runs) {
            width += paint::tabularWidth(runFont(run), run.text) + 5;
        }
        const QFontMetrics metrics(themeOf(this).font(TextStyle::Small));
        return {int(std::ceil(width - 5)), qMax(24, metrics.height() + 6)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        if (isDown() || underMouse()) {
            paint::box(painter, QRectF(rect()).adjusted(0, 1, 0, -1), 4,
                       theme.color(isDown() ? Token::BgPressed : Token::BgHover));
        }
        const Token color = m_wrong ? Token::StatusDegradedText : Token::TextSecondary;
        const bool mirrored = isRightToLeft();
        qreal x = 6;
        if (!m_icon.isEmpty()) {
            const qreal left = mirrored ? width() - x - 14 : x;
            painter.drawPixmap(QPointF(left, (height() - 14) / 2.0),
                               theme.pixmap(m_icon, theme.color(color), 14, devicePixelRatioF()));
            x += 20;
        }
        painter.setPen(theme.color(color));
        for (const Run &run : m_runs) {
            painter.setFont(runFont(run));
            const qreal words = paint::tabularWidth(painter.font(), run.text);
            const qreal left = mirrored ? width() - x - words : x;
            // Words need their kerning; only amounts stand in equal cells.
            const QRectF place(left, 0, words + 2, height());
            if (run.text.contains(QRegularExpression(u"\\d"_s))) {
                paint::tabularText(painter, place, Qt::AlignVCenter | Qt::AlignLeft, run.text);
            } else {
                painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, run.text);
            }
            x += words + 5;
        }
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
            paint::box(painter, QRectF(rect()), 4, Qt::transparent, theme.color(Token::FocusRing),
                       2);
        }
    }

private:
    QFont runFont(const Run &run) const
    {
        return themeOf(this).font(TextStyle::Small,
                                  run.strong || m_wrong ? QFont::DemiBold : QFont::Normal);
    }

    QString m_icon;
    QList<Run> m_runs;
    bool m_wrong = false;
};

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_keychain(new StatusEntry(u"lock"_s, this))
    , m_services(new StatusEntry(u"integrations"_s, this))
    , m_today(new StatusEntry({}, this))
    , m_month(new StatusEntry({}, this))
    , m_divider(new Divider(Qt::Vertical, this))
    , m_sync(new StatusEntry(u"cloud"_s, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 6, 1);
    row->setSpacing(4);
    row->addWidget(m_keychain);
    row->addWidget(m_sync);
    row->addWidget(m_services);
    row->addStretch(1);
    row->addWidget(m_today);
    m_divider->setColor(Token::BorderDefault);
    m_divider->setFixedHeight(14);
    row->addWidget(m_divider);
    row->addWidget(m_month);
    setFixedHeight(qMax(28, fontMetrics().height() + 11));
    setAccessibleName(tr("Status"));
    const std::pair<StatusEntry *, StatusPart> parts[] = {{m_keychain, StatusPart::Keychain},
                                                          {m_sync, StatusPart::Sync},
                                                          {m_services, StatusPart::Services},
                                                          {m_today, StatusPart::Money},
                                                          {m_month, StatusPart::Money}};
    for (const auto &[entry, part] : parts) {
        entry->installEventFilter(this);
        connect(entry, &QAbstractButton::clicked, this,
                [this, which = part] { Q_EMIT activated(which); });
    }
    fill();
}

void StatusStrip::setLine(const StatusLine &line)
{
    m_line = line;
    fill();
}

void StatusStrip::setNarrow(bool narrow)
{
    if (narrow != m_narrow) {
        m_narrow = narrow;
        fill();
    }
}

void StatusStrip::fill()
{
    const auto keychainWords = [this]() -> QString {
        if (!m_narrow && !m_line.keychainWords.isEmpty())
            return m_line.keychainWords;
        switch (m_line.keychain) {
        case StatusLine::Keychain::Unlocked:
            return m_narrow ? tr("Unlocked") : tr("Keychain unlocked");
        case StatusLine::Keychain::Locked:
            return m_narrow ? tr("Locked") : tr("Keychain locked");
        case StatusLine::Keychain::Unavailable:
            return tr("No keychain");
        case StatusLine::Keychain::Unknown:
            break;
        }
        return {};
    };
    const bool known = m_line.keychain != StatusLine::Keychain::Unknown;
    m_keychain->setVisible(known);
    m_keychain->setRuns({{keychainWords()}},
                        known && m_line.keychain != StatusLine::Keychain::Unlocked);
    m_keychain->setToolTip(tr("Where the keys are kept"));

    m_sync->setVisible(!m_line.sync.isEmpty() && (m_line.syncWrong || !m_narrow));
    m_sync->setIcon(m_line.syncWrong ? u"cloud-off"_s : u"cloud"_s);
    m_sync->setRuns({{m_line.sync}}, m_line.syncWrong);
    m_sync->setToolTip(tr("What was sent to Keyway's server"));

    const bool all = m_line.ready >= m_line.services;
    m_services->setVisible(!m_narrow);
    if (m_line.services == 0) {
        m_services->setRuns({{tr("No services yet")}});
    } else if (all) {
        m_services->setRuns({{tr("%n service(s) ready", nullptr, m_line.services)}});
    } else {
        m_services->setRuns({{tr("%1 of %n service(s) ready", nullptr, m_line.services)
                                  .arg(locale().toString(m_line.ready))}},
                            true);
    }

    const bool money = !m_line.total.isEmpty();
    m_today->setVisible(money && !m_line.today.isEmpty());
    m_divider->setVisible(!m_today->isHidden());
    m_month->setVisible(money);
    m_today->setRuns({{tr("Today")}, {m_line.today, true}});
    if (m_narrow || m_line.fee.isEmpty() || m_line.cost.isEmpty()) {
        m_month->setRuns({{m_line.month}, {m_line.total, true}});
    } else {
        m_month->setRuns({{m_line.month},
                          {m_line.cost, true},
                          {tr("+ fee")},
                          {m_line.fee},
                          {u"="_s},
                          {m_line.total, true}});
    }
    m_month->setAccessibleName(m_line.spoken);
    const QList<StatusEntry *> entries = shown();
    keepOneStop(entries.isEmpty() ? nullptr : entries.first());
}

QList<StatusEntry *> StatusStrip::shown() const
{
    QList<StatusEntry *> entries;
    for (StatusEntry *entry : {m_keychain, m_sync, m_services, m_today, m_month}) {
        if (!entry->isHidden()) {
            entries.append(entry);
        }
    }
    return entries;
}

void StatusStrip::keepOneStop(const StatusEntry *stop)
{
    for (StatusEntry *entry : {m_keychain, m_sync, m_services, m_today, m_month}) {
        entry->setFocusPolicy(entry == stop ? Qt::TabFocus : Qt::NoFocus);
    }
}

bool StatusStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            const bool on = (key == Qt::Key_Right) != isRightToLeft();
            const QList<StatusEntry *> entries = shown();
            for (qsizetype i = 0; i < entries.size(); ++i) {
                if (entries[i] == watched) {
                    const qsizetype next
                        = qBound(qsizetype(0), i + (on ? 1 : -1), entries.size() - 1);
                    keepOneStop(entries[next]);
                    entries[next]->setFocus(Qt::TabFocusReason);
                    return true;
                }
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).color(Token::BgSidebar));
    painter.fillRect(0, 0, width(), 1, themeOf(this).color(Token::BorderSubtle));
}

} // namespace keyway
