#include "costpanel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paintedwidget.h"

#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

/// A green dot and the word "live".
class LiveMark : public PaintedWidget {
public:
    explicit LiveMark(QWidget *parent)
        : PaintedWidget(QAccessible::StaticText, parent)
    {
    }
    QString spokenText() const override { return CostPanel::tr("live"); }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(theme().font(TextStyle::Small));
        return {metrics.horizontalAdvance(spokenText()) + 15, metrics.height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().color(Token::StatusActiveMark));
        painter.drawEllipse(QRectF(0, height() / 2.0 - 4, 8, 8));
        painter.setFont(theme().font(TextStyle::Small));
        painter.setPen(theme().color(Token::StatusActiveText));
        painter.drawText(rect().adjusted(14, 0, 0, 0), Qt::AlignVCenter, spokenText());
    }
};

} // namespace

CostPanel::CostPanel(QWidget *parent)
    : QWidget(parent)
    , m_live(new LiveMark(this))
    , m_unknown(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_grid(new QGridLayout)
    , m_divider(new Divider(Qt::Horizontal, this))
    , m_totalLabel(new TextLabel({}, TextStyle::Body, Token::TextPrimary, this))
    , m_total(new MoneyLabel({}, TextStyle::Body, Token::TextPrimary, this))
{
    setAccessibleName(tr("Cost of this answer"));
    static_cast<Divider *>(m_divider)->setColor(Token::BorderDefault);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    auto *title
        = new TextLabel(tr("Cost of this answer"), TextStyle::Body, Token::TextPrimary, this);
    title->setWeight(QFont::DemiBold);
    head->addWidget(title, 1);
    head->addWidget(m_live);
    column->addLayout(head);
    m_unknown->setWordWrap(true);
    column->addWidget(m_unknown);
    m_grid->setContentsMargins(0, 2, 0, 0);
    m_grid->setHorizontalSpacing(2);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    column->addLayout(m_grid);
    column->addWidget(m_divider);
    auto *foot = new QHBoxLayout;
    m_totalLabel->setWeight(QFont::DemiBold);
    foot->addWidget(m_totalLabel, 1);
    foot->addWidget(m_total);
    column->addLayout(foot);
    m_total->setWeight(QFont::DemiBold);
}

CostPanel::Row CostPanel::row(qsizetype index)
{
    while (m_rows.size() <= index) {
        Row row{new TextLabel({}, TextStyle::Small, Token::TextSecondary, this),
                new MoneyLabel({}, TextStyle::Body, Token::TextPrimary, this)};
        row.label->setWordWrap(true);
        m_grid->addWidget(row.label, int(m_rows.size()), 0);
        m_grid->addWidget(row.amount, int(m_rows.size()), 1);
        m_rows.append(row);
    }
    return m_rows.at(index);
}

void CostPanel::setLines(const CostLines &lines)
{
    m_lines = lines;
    m_live->setVisible(lines.live);
    m_unknown->setVisible(!lines.known);
    m_unknown->setText(lines.lines.isEmpty()
                           ? tr("Price unknown. The cost stays unknown, and no fee is taken.")
                           : tr("The cost of an attempt is not known, and not in this sum."));
    for (qsizetype i = 0; i < lines.lines.size(); ++i) {
        const Row shown = row(i);
        if (shown.label->text() != lines.lines.at(i).label)
            shown.label->setText(lines.lines.at(i).label);
        shown.amount->setAmount(lines.lines.at(i).amount, lines.lines.at(i).spoken);
        shown.label->show();
        shown.amount->show();
    }
    for (qsizetype i = lines.lines.size(); i < m_rows.size(); ++i) {
        m_rows.at(i).label->hide();
        m_rows.at(i).amount->hide();
    }
    const bool sum = !lines.lines.isEmpty();
    m_divider->setVisible(sum);
    m_totalLabel->setVisible(sum);
    m_total->setVisible(sum);
    m_totalLabel->setText(lines.total.label);
    m_total->setAmount(lines.total.amount, lines.total.spoken);
}

QString CostPanel::spoken() const
{
    QStringList parts;
    for (const CostLines::Line &line : m_lines.lines)
        parts.append(line.label + u": "_s + line.spoken);
    parts.append(m_lines.total.label + u": "_s + m_lines.total.spoken);
    return m_lines.lines.isEmpty() ? m_unknown->text() : parts.join(u". "_s);
}

} // namespace keyway
