#include "adminframe.h"

#include "ui/theme/ink.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr int Disc = 28, Side = 16, Gap = 10;

QString initialsOf(const QString &email)
{
    return email.section(u'@', 0, 0).left(2).toUpper();
}

} // namespace

BrassBadge::BrassBadge(const QString &word, QWidget *parent)
    : PaintedWidget(QAccessible::StaticText, parent)
    , m_word(word)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QFont BrassBadge::wordFont() const
{
    return theme().font(TextStyle::Tiny, QFont::DemiBold);
}

QSize BrassBadge::sizeHint() const
{
    const QFontMetrics metrics(wordFont());
    return {metrics.horizontalAdvance(m_word) + 12, metrics.height() + 4};
}

void BrassBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint::box(painter, rect(), 4, inkColor(Ink::Brass));
    painter.setFont(wordFont());
    painter.setPen(inkColor(Ink::OnBrass));
    painter.drawText(rect(), Qt::AlignCenter, m_word);
}

AdminFoot::AdminFoot(QWidget *parent)
    : PaintedWidget(QAccessible::StaticText, parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void AdminFoot::setPerson(const QString &email, const QString &line)
{
    m_email = email;
    m_line = line;
    setToolTip(email);
    announceChange();
    update();
}

void AdminFoot::setRail(bool rail)
{
    m_rail = rail;
    update();
}

QSize AdminFoot::sizeHint() const
{
    const QFontMetrics body(theme().font(TextStyle::Body));
    const QFontMetrics small(theme().font(TextStyle::Small));
    return {180, qMax(Disc, body.height() + small.height()) + 20};
}

QString AdminFoot::spokenText() const
{
    return m_email.isEmpty() ? QString() : tr("%1, %2", "address, role").arg(m_email, m_line);
}

void AdminFoot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(10, 0, width() - 20, 1), inkColor(Ink::Line));
    const auto place
        = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int left = m_rail ? (width() - Disc) / 2 : Side;
    const QRect disc = place({left, (height() - Disc) / 2, Disc, Disc});
    paint::box(painter, disc, Disc / 2, inkColor(Ink::Brass));
    painter.setFont(theme().font(TextStyle::Tiny, QFont::DemiBold));
    painter.setPen(inkColor(Ink::OnBrass));
    painter.drawText(disc, Qt::AlignCenter, initialsOf(m_email));
    if (m_rail)
        return;
    const int wordsLeft = Side + Disc + Gap;
    const int room = width() - wordsLeft - 8;
    const auto line = [&](const QFont &font, const QColor &color, int top, const QString &text) {
        painter.setFont(font);
        painter.setPen(color);
        const QRect area = place({wordsLeft, top, room, painter.fontMetrics().height()});
        painter.drawText(
            area, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
            painter.fontMetrics().elidedText(text, Qt::ElideRight, room));
        return area.bottom() + 1;
    };
    const QFont body = theme().font(TextStyle::Body, QFont::DemiBold);
    const QFont small = theme().font(TextStyle::Small);
    const int high = QFontMetrics(body).height() + QFontMetrics(small).height();
    const int next = line(body, inkColor(Ink::SelectedText), (height() - high) / 2, m_email);
    line(small, inkColor(Ink::Heading), next, m_line);
}

AdminStatus::AdminStatus(QWidget *parent)
    : QWidget(parent)
    , m_server(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_data(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_session(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 12, 5);
    row->setSpacing(8);
    row->addWidget(new IconView(u"server"_s, Token::TextMuted, 14, this));
    row->addWidget(m_server);
    row->addStretch(1);
    row->addWidget(m_data);
    row->addSpacing(12);
    row->addWidget(new IconView(u"lock"_s, Token::TextMuted, 14, this));
    row->addWidget(m_session);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void AdminStatus::setServer(const QString &host)
{
    m_server->setText(host);
}

void AdminStatus::setData(const QString &words)
{
    m_data->setText(words);
}

void AdminStatus::setSession(const QString &words)
{
    m_session->setText(words);
}

void AdminStatus::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).color(Token::BgSidebar));
    painter.fillRect(0, 0, width(), 1, themeOf(this).color(Token::BorderSubtle));
}

} // namespace keyway
