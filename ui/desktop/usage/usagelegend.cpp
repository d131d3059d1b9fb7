#include "usagelegend.h"

#include "ui/theme/theme.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paint.h"
#include "ui/words/fees.h"
#include "ui/words/money.h"

#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int RowHeight = 22, MarkSide = 10, MarkRoom = 18;
} // namespace

LegendRow::LegendRow(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void LegendRow::setValue(const QString &service, const QString &name, const QString &figure,
                         const QString &more)
{
    m_service = service;
    m_name = name;
    m_figure = figure;
    setAccessibleName(tr("%1 %2").arg(name, figure));
    setAccessibleDescription(more);
    const QString alone = tr("Show %1 alone").arg(name);
    setToolTip(more.isEmpty() ? alone : more + u'\n' + alone);
    update();
}

QSize LegendRow::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const int words = QFontMetrics(theme.font(TextStyle::Body)).horizontalAdvance(m_name);
    const int figure
        = QFontMetrics(theme.font(TextStyle::Body, QFont::DemiBold)).horizontalAdvance(m_figure);
    return {MarkRoom + words + 16 + figure, RowHeight};
}

void LegendRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse())
        paint::box(painter, rect(), 4,
                   theme.color(isChecked() ? Token::BgSelected : Token::BgHover));
    if (hasFocus())
        paint::focusRing(painter, QRectF(rect()).adjusted(3, 3, -3, -3), 3,
                         theme.color(Token::FocusRing));
    paint::box(painter, QRectF(4, (height() - MarkSide) / 2.0, MarkSide, MarkSide), 2,
               theme.service(m_service, m_name).color);
    const QRectF line = QRectF(rect()).adjusted(4 + MarkRoom, 0, -4, 0);
    painter.setPen(theme.color(Token::TextPrimary));
    painter.setFont(theme.font(TextStyle::Body, QFont::DemiBold));
    const qreal figure = paint::tabularWidth(painter.font(), m_figure);
    paint::tabularText(painter, line, Qt::AlignRight | Qt::AlignVCenter, m_figure);
    painter.setFont(theme.font(TextStyle::Body));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(
                         m_name, Qt::ElideRight, static_cast<int>(line.width() - figure - 12)));
}

UsageLegend::UsageLegend(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout)
    , m_cost(new MoneyLabel({}, TextStyle::Body))
    , m_fee(new MoneyLabel({}, TextStyle::Body, Token::TextSecondary))
    , m_total(new MoneyLabel({}, TextStyle::Body))
    , m_feeLabel(new TextLabel({}, TextStyle::Body, Token::TextSecondary))
    , m_unknown(new TextLabel({}, TextStyle::Small, Token::StatusDegradedText))
    , m_forecast(new TextLabel({}, TextStyle::Small, Token::TextSecondary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    // Someone who uses twenty services scrolls them; the sums stay.
    auto *list = new QWidget;
    auto *inside = new QVBoxLayout(list);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    m_rows->setSpacing(0);
    inside->addLayout(m_rows);
    inside->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("Services"));
    scroll->setWidget(list);
    scroll->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    column->addWidget(new Divider(Qt::Horizontal, this));
    auto *sums = new QGridLayout;
    sums->setContentsMargins(4, 2, 4, 0);
    sums->setHorizontalSpacing(12);
    sums->setVerticalSpacing(4);
    auto *costLabel = new TextLabel(tr("Provider costs"), TextStyle::Body);
    costLabel->setWeight(QFont::DemiBold);
    auto *totalLabel = new TextLabel(tr("Total"), TextStyle::Body);
    totalLabel->setWeight(QFont::DemiBold);
    m_fee->setWeight(QFont::Normal);
    int row = 0;
    const auto add = [&](TextLabel *label, MoneyLabel *amount) {
        sums->addWidget(label, row, 0);
        sums->addWidget(amount, row++, 1, Qt::AlignRight);
    };
    add(costLabel, m_cost);
    add(m_feeLabel, m_fee);
    add(totalLabel, m_total);
    sums->setColumnStretch(0, 1);
    column->addLayout(sums);
    for (TextLabel *note : {m_unknown, m_forecast}) {
        note->setWordWrap(true);
        note->setContentsMargins(4, 0, 0, 0);
        column->addWidget(note);
    }
}

void UsageLegend::setMonth(const UsageMonth &month, UsageMeasure measure)
{
    while (m_services.size() < month.services.size()) {
        auto *row = new LegendRow(this);
        connect(row, &LegendRow::clicked, this, [this, row](bool checked) {
            Q_EMIT serviceChosen(checked ? row->service() : QString());
        });
        m_rows->addWidget(row);
        m_services.append(row);
    }
    for (qsizetype i = 0; i < m_services.size(); ++i) {
        LegendRow *row = m_services.at(i);
        row->setVisible(i < month.services.size());
        if (i >= month.services.size())
            continue;
        const QString &service = month.services.at(i);
        const UsageSums sums = month.summary.byService.value(service);
        const auto forecast = month.forecasts.constFind(service);
        row->setValue(service, month.nameOf(service), measureText(measured(sums, measure), measure),
                      forecast == month.forecasts.cend() ? QString() : forecastText(*forecast));
        row->setChecked(month.filter.service == service);
    }
    const auto show = [](MoneyLabel *label, Money amount) {
        label->setAmount(words::money(amount), words::spokenMoney(amount));
    };
    show(m_cost, month.summary.all.platformCost);
    show(m_fee, month.platformFee());
    show(m_total, month.total());
    m_feeLabel->setText(tr("Platform fee (%1)").arg(words::feeInBrackets(month.fee)));
    m_forecast->setVisible(month.forecast.has_value());
    if (month.forecast)
        m_forecast->setText(forecastText(*month.forecast));
    const qint64 unknown = month.summary.all.unknownCosts;
    m_unknown->setVisible(unknown > 0);
    m_unknown->setText(
        tr("%n cost(s) unknown, not in the sum", nullptr, static_cast<int>(unknown)));
}

} // namespace keyway
