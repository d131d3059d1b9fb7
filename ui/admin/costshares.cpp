#include "costshares.h"

#include "ui/theme/painting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"
#include "ui/words/money.h"

#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>

#include <algorithm>

namespace keyway {

namespace {

constexpr int whole = 1000;

/// A bar in the colour of its service. What it shows is written beside it.
class ShareBar : public QWidget {
public:
    ShareBar(const QString &service, int permille, QWidget *parent)
        : QWidget(parent)
        , m_service(service)
        , m_permille(permille)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {160, 12}; }
    QSize minimumSizeHint() const override { return {40, 12}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = themeOf(this);
        paint::box(painter, rect(), 3, theme.color(Token::BgSunken));
        QRect filled = rect();
        filled.setWidth(std::max(3, width() * m_permille / whole));
        if (isRightToLeft())
            filled.moveRight(rect().right());
        paint::box(painter, filled, 3, theme.service(m_service).color);
    }

private:
    const QString m_service;
    const int m_permille;
};

} // namespace

CostShares::CostShares(const QHash<QString, QString> &names, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(2, 1);
}

void CostShares::setServices(const QList<NamedSums> &services, Money total)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QList<NamedSums> sorted = services;
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
        return a.sums.platformCost > b.sums.platformCost;
    });
    const Money most = sorted.isEmpty() ? Money() : sorted.first().sums.platformCost;
    for (int row = 0; row < sorted.size(); ++row) {
        const NamedSums &service = sorted.at(row);
        const Money cost = service.sums.platformCost;
        const QString name = m_names.value(service.name, service.name);
        auto *tile = new ProviderTile(service.name, 20, this);
        tile->setService(service.name, name);
        auto *amount
            = new MoneyLabel(words::money(cost), TextStyle::Body, Token::TextPrimary, this);
        amount->setAccessibleName(words::spokenMoney(cost));
        auto *share
            = new TextLabel(words::percent(cost, total), TextStyle::Body, Token::TextMuted, this);
        share->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const int permille = most.isZero() ? 0 : int(cost.scaled(whole, most.nano()).nano());
        m_grid->addWidget(tile, row, 0);
        m_grid->addWidget(new TextLabel(name, TextStyle::Body, Token::TextPrimary, this), row, 1);
        m_grid->addWidget(new ShareBar(service.name, permille, this), row, 2);
        m_grid->addWidget(amount, row, 3, Qt::AlignRight);
        m_grid->addWidget(share, row, 4);
    }
}

} // namespace keyway
