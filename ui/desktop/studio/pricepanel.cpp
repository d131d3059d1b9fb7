#include "pricepanel.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

PricePanel::PricePanel(QWidget *parent)
    : CardFrame(parent)
    , m_lines(new QGridLayout)
    , m_words(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
{
    setAccessibleName(tr("Price before"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    m_lines->setHorizontalSpacing(10);
    m_lines->setVerticalSpacing(3);
    m_lines->setColumnStretch(0, 1);
    column->addLayout(m_lines);
    m_words->setWordWrap(true);
    column->addWidget(m_words);
}

void PricePanel::clear()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
}

void PricePanel::setHint(const QString &hint)
{
    PriceBefore none;
    none.left = hint;
    setPrice(none);
}

void PricePanel::setPrice(const PriceBefore &price)
{
    if (m_filled && price == m_price)
        return;
    m_filled = true;
    m_price = price;
    clear();
    int row = 0;
    const auto add = [&](const PriceBefore::Line &line, bool total) {
        auto *label = new ElidedLabel(line.label, TextStyle::Body,
                                      total ? Token::TextPrimary : Token::TextSecondary, this);
        if (total)
            label->setWeight(QFont::DemiBold);
        auto *amount = new MoneyLabel({}, TextStyle::Body, Token::TextPrimary, this);
        amount->setAmount(line.amount, line.spoken);
        m_lines->addWidget(label, row, 0);
        m_lines->addWidget(amount, row, 1);
        label->show();
        amount->show();
        ++row;
    };
    for (const PriceBefore::Line &line : price.lines)
        add(line, false);
    if (price.total) {
        auto *divider = new Divider(Qt::Horizontal, this);
        divider->setColor(Token::BorderDefault);
        m_lines->addWidget(divider, row++, 0, 1, 2);
        divider->show();
        add(*price.total, true);
    }
    const bool wrong = !price.problem.isEmpty();
    m_words->setColor(wrong ? Token::DangerText : Token::TextSecondary);
    m_words->setText(wrong ? price.problem : price.left);
    m_words->setVisible(!m_words->text().isEmpty());
    setAccessibleDescription(spoken());
}

QString PricePanel::spoken() const
{
    QStringList parts;
    for (const PriceBefore::Line &line : m_price.lines)
        parts.append(tr("%1: %2").arg(line.label, line.spoken));
    if (m_price.total)
        parts.append(tr("%1: %2").arg(m_price.total->label, m_price.total->spoken));
    parts.append(m_price.problem.isEmpty() ? m_price.left : m_price.problem);
    return parts.join(QLatin1StringView(". "));
}

} // namespace keyway
